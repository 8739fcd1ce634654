### Requests for certificates: a new one, and those that wait for their reply.
window-requests-title = Requests
window-requests-says = Keys wait here, encrypted, until the CA has replied
window-requests-made = The request for { $name } is made. Copy or save it, and send it to your CA.
window-requests-made-next = When the reply comes, drop it anywhere on this window, even weeks from now: it finds its key by itself.
window-requests-saved = Saved.
window-requests-waiting = Requests waiting for a reply
window-requests-reply = Has a reply come?
window-requests-reply-says = Drop what the CA sent, or paste it. It finds its key by itself, whichever request it answers.
window-requests-nothing-sent = Nothing has been sent to any site or CA.
window-requests-make = Make the request
window-requests-doing-make = Making the key and the request
window-requests-doing-save = Saving the request where you choose

## A new request
window-requests-new = New request
window-requests-meant-for = Meant for
window-requests-meant-for-none = no particular site
window-requests-names = Names, one per line
window-requests-names-hint = First the address that peers use: it becomes the common name. Then the address that administrators open.
window-requests-names-filled = Filled in from what is known of the site and its present certificate.
window-requests-key = Key
window-requests-bits-2048 = what the appliance makes itself
window-requests-bits-3072 = what CAs ask for beyond 2030
window-requests-bits-4096 = every connection costs the appliance more
window-requests-rsa-only = No EC key: the appliance imports only RSA, of 2048 bits or more.

## One that waits
window-requests-state-answered = Answered
window-requests-state-waits = Waiting
window-requests-more-names = and { $names }
window-requests-made-on = { $key }, made { $ago }, on { $day }.
window-requests-made-on-for = { $key }, made { $ago }, on { $day }, for { $site }.
window-requests-answered-on = The reply was seen on { $day }.
window-requests-opens-typed = The password you typed opens the key.
window-requests-opens-keyring = The keyring opens the key.
window-requests-text = The request as text
window-requests-text-of = The request as text, { $name }
window-requests-copy-what = the request for { $name }
window-requests-save = Save
window-requests-save-of = Save the request for { $name }
window-requests-forget = Forget it
window-requests-forget-of = Forget it, { $name }
window-requests-forget-says = The key goes with the request, for good: a reply that comes later is of no use. Forget it once its certificate is in use, or when another request has taken its place.
window-requests-forget-it = Forget the request
window-requests-forget-it-of = Forget the request for { $name }
