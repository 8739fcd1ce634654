### The window in which a site is added.
window-add-site-title = Add site
window-add-site-says = No password is sent before you know who answers.
window-add-site-address = Address of the Cloud Service
window-add-site-address-hint = The management address, where administrators sign in, with a port if it is not 443: vcda.paris.example. Not the one for peer sites, usually with port 8048: administrators are refused there.
window-add-site-look = See who answers
window-add-site-looking = Shaking hands with { $address }: no password, no request
window-add-site-known = { $site } is saved already under this address.
window-add-site-open-known = Open { $site }
window-add-site-answers = Who answers at { $address }
window-add-site-agrees = What agrees with it
window-add-site-right-one = Is it the right one?
window-add-site-expected = Paste the thumbprint you expect
window-add-site-expected-hint = From the appliance’s own screen, a ticket or a colleague. Reseal compares.
window-add-site-unverified = I cannot get the thumbprint another way
window-add-site-unverified-type = Type the address to go on unverified
window-add-site-unverified-means = The password will then go to whoever answers at { $address }. Somebody between you and the site could read it.
window-add-site-saving = Looking again, and saving the site
window-add-site-not-saved = Nothing has been saved yet.
window-add-site-save = Add site

## How to sign in
window-add-site-sign-in = How to sign in
window-add-site-appliance = Appliance login
window-add-site-appliance-says = root and its password
window-add-site-sso = SSO login
window-add-site-sso-says = a vSphere administrator
window-add-site-sso-user = SSO user name
window-add-site-remember = Remember the password in this computer’s keyring
window-add-site-typed-later = The password is typed in a window of its own, after Add site.
