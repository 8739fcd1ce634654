### The list of saved sites, and the first start.
window-sites-title = Sites
window-sites-summary =
    { $sites ->
        [one] { $sites } site
       *[other] { $sites } sites
    }, { $attention ->
        [0] none needs attention
        [one] { $attention } needs attention
       *[other] { $attention } need attention
    }
window-sites-check-all = Check all
window-sites-add = Add site
window-sites-checking = Checking the sites: { $checked } of { $all } answered
window-sites-reading = Reading the saved sites
window-sites-find = Find a site by name or address
window-sites-found =
    { $sites ->
        [one] { $sites } site found
       *[other] { $sites } sites found
    }
window-sites-none-found = No saved site has “{ $sought }” in its name or address.
window-sites-show-all = Show all sites

## The table
window-sites-site = Site
window-sites-certificate = Certificate
window-sites-trust = Trust
window-sites-version = Version
window-sites-replaced = Last replaced
window-sites-action = Action
window-sites-practice = practice
window-sites-until = { $day }, { $issuance }
window-sites-not-seen = not seen yet
window-sites-not-checked = not checked yet
window-sites-checked = checked { $ago }
window-sites-replace = Replace certificate
window-sites-replace-of = Replace certificate of { $site }

## Runs that wait for somebody
window-sites-open-run = Open the run
window-sites-open-run-at = Open the run at { $site }

## The first start
window-sites-first = Replace the certificate of a Cloud Service, and let every peer trust it again
window-sites-first-says = Reseal imports or regenerates the SSL certificate of a VMware Cloud Director Availability site, waits for its restart, and repairs the pairing at every peer site and back. It shows what will happen before anything changes.
window-sites-own = I have a site
window-sites-own-says = You need its address and the root password of the appliance, or an SSO login. Reseal looks at the certificate first; no password is sent before you know who answers.
window-sites-own-add = Add your site
window-sites-try = I want to see it first
window-sites-try-says = The practice lab runs a whole family of sites on this computer: your own, cloud peers and on-premises sites. They behave like real appliances, and nothing real can break.
window-sites-try-open = Open the practice lab
window-sites-try-start = Try it in the practice lab
