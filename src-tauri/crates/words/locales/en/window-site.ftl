### One site.
window-site-title = Site
window-site-checked = { $address }, checked { $ago }
window-site-check-trust = Check trust
window-site-replace = Replace certificate
window-site-asking = Asking { $site } and its peers who trusts whom
window-site-reading = Reading what was seen last
window-site-no-password =
    .what = There is no password for { $site }.
    .means = Without it, peers and on-premises sites cannot be read.
window-site-in-use = Certificate in use
window-site-in-use-unseen = Not seen yet. Check trust looks at it.
window-site-drop = Is its next certificate here? Drop the file on this window, or paste it: the plan comes next.
window-site-peers = Peer sites
window-site-no-peers = { $site } has no peer sites.
window-site-on-premises = On-premises sites
window-site-no-on-premises = { $site } has no on-premises sites.
window-site-unread = Not read since Reseal was started or the certificate replaced. Check trust reads them.

## Its peers
window-site-peer = Peer site
window-site-trusts-us = It trusts { $site }
window-site-we-trust = { $site } trusts it
window-site-version = Version
window-site-saved = Saved
window-site-open = Open
window-site-open-peer = Open { $site }
window-site-not-saved = not saved

## What is known of it
window-site-facts = The site
window-site-endpoint = Public endpoint
window-site-service = Service
window-site-clock = Clock
window-site-replaced = Last replaced
window-site-never-replaced = not by Reseal
window-site-last-checked = Last checked
window-site-other-services = Certificates of its other services
window-site-thumbprint-of = Thumbprint of { $service }

## Peers that are not saved
window-site-next = Add these next
window-site-next-says = { $site } is paired with them and has told us their certificates. Reseal can repair a peer only where it can sign in: at its management address. { $site } knows only the address for peers, so this one is a guess: the same host.
window-site-add = Add
window-site-add-peer = Add { $site }

## Forgetting it
window-site-forget = Forget this site
window-site-forget-says = Reseal forgets the address, the certificate it recognises { $site } by, and the password. Nothing changes at { $site } itself, and the reports of past runs stay.
window-site-forget-it = Forget { $site }
