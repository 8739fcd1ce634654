### Between this computer and an appliance. $site is the site's name, or its address before it has one.

-nothing-sent = Nothing was sent.
-nothing-sent-there = Nothing was sent there.
-nothing-changed-by-request = Nothing was changed by this request.
-looked-up-first = What became of the last request is looked up before anything is sent again.
-check-the-way = Check the address, the network and any firewall on the way, then try again.
-is-it-the-appliance = Check that the address is that of a VMware Cloud Director Availability appliance.

## An address that was typed

-give-an-address = Give the host name or IP address of the appliance, with a port if it is not 443.

address-empty = No address was given.
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-has_path = The address goes on with { $path } after the host.
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-not_https = The address begins with { $scheme }, not with https.
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-bad_port = { $port } is not a port.
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-bad_host = { $host } is neither a host name nor an IP address.
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-zone = The address { $host } is only good on one link of one computer: that is what the % and the name behind it mean.
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-has_user = The address has a user name in it.
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }

## The way to a site

site-name_not_found = The name of { $site } does not resolve.
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-nobody_listens = { $site } is there, but nothing listens on the port.
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-no_route = No network route leads to { $site }.
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-closed = { $site } closes the connection before it is secured.
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-unreachable = { $site } cannot be reached.
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-timed_out = { $site } did not answer in time.
    .meaning = { -looked-up-first }
    .todo = { -check-the-way }
site-connection_lost = The connection to { $site } broke before the answer was complete.
    .meaning = { -looked-up-first }
    .todo = { -check-the-way }
site-not_tls = Something answers at { $site }, but not with TLS.
    .meaning = { -nothing-sent-there }
    .todo = Check the port: the appliance's own pages are on 443.
site-handshake = The TLS handshake with { $site } failed.
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-unreadable_certificate = The certificate that { $site } shows cannot be read. Its thumbprint is { $shown }.
    .meaning = { -nothing-sent-there }
    .todo = Check that the address is that of the appliance.
site-other_certificate = { $site } shows another certificate than it is known by: { $seen } in place of { $expected }.
    .meaning = The connection was closed before anything was sent: no password, no request.
    .todo = Find out whether the certificate was replaced, or whether something stands between this computer and the site. Verify the new thumbprint before you accept it.

## Signing in

site-sign_in_refused = { $site } refused the sign-in.
    .meaning = Nothing was changed there. It was tried once and not again, so that no account is locked.
    .todo = Check user and password. The same answer comes when administrators are kept out of the network you come from: then sign in from an inside address, or allow your network for the moment.
site-password_refused = { $site } refused this password before, so it was not sent again.
    .meaning = Nothing was changed there. A refused password is sent again only after somebody has typed it anew, so that no account is locked.
    .todo = Type the password of the site. The same answer comes when administrators are kept out of the network you come from: then sign in from an inside address, or allow your network for the moment, and type it again.
site-session_gone = { $site } has ended the session.
    .meaning = { -nothing-changed-by-request }
    .todo = Try again; a new session is opened.
site-session_given_up = The session with { $site } was given up when the certificate was replaced.
    .meaning = { -nothing-sent-there }
    .todo = Resume the run: it signs in anew.
site-forbidden = The account may not do this at { $site }: { $call }.
    .meaning = { -nothing-changed-by-request }
    .todo = Sign in with an account that may administer the site.

## Requests and answers

site-refused = { $site } refused a request: { $call } was answered with status { $status }.
    .meaning = { -nothing-changed-by-request }
    .todo = Read the appliance's own words and its log; then try again.
site-not_ready = The services of { $site } are not ready.
    .meaning = { -nothing-changed-by-request }
    .todo = Wait until they are up, then try again.
site-not_the_product = What answers at { $site } is not VMware Cloud Director Availability.
    .meaning = Nothing was changed there.
    .todo = Check the address and the port.
site-unreadable = { $site } answered { $call } with something that is not { $expected }.
    .meaning = { -nothing-changed-by-request }
    .todo = { -is-it-the-appliance }
site-too_large = { $site } answered { $call } with more than { $limit } bytes.
    .meaning = The answer was thrown away.
    .todo = { -is-it-the-appliance }
site-password_not_ascii = The password has characters that the appliance cannot be told.
    .meaning = Nothing was sent to { $site }.
    .todo = Use a password of printable ASCII characters that neither begins nor ends with a space.
site-strange_name = { $site } lists a site whose name cannot be asked for.
    .meaning = { -nothing-sent-there }
    .todo = Repair this pairing in the appliance's own pages.
