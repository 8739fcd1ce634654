### Whatever certificate files people have: what they are, and the file for the appliance.
window-certificates-title = Certificates
window-certificates-clear = Remove all
window-certificates-files = Files
window-certificates-drop = Drop any certificate file on this window
window-certificates-drop-what = One file or several: keystores (.p12, .pfx, .jks), PEM, certificates, chains (.p7b), private keys. Each is recognised by its contents, and what belongs together is put together by its key.
window-certificates-drop-why = You read what it is, whether the appliance accepts it, and why not. Nothing leaves this computer.
window-certificates-certificate = The certificate
window-certificates-copy-pem = Copy as PEM
window-certificates-copy-pem-what = the certificate as PEM
window-certificates-copy-ticket = Text for the ticket
window-certificates-copy-ticket-what = all of this as text
window-certificates-meant-for = Meant for
window-certificates-meant-for-none = no particular site
window-certificates-nothing-sent = Nothing has been sent to any site.
window-certificates-use = Use it for a rotation
window-certificates-make = Make the file for the appliance

## What is under way
window-certificates-doing-browse = Reading the files you choose
window-certificates-doing-take = Reading what was dropped or pasted
window-certificates-doing-password = Waiting for the password
window-certificates-doing-choose = Opening the files for the entry you chose
window-certificates-doing-openAnyway = Opening the file; this takes as long as estimated
window-certificates-doing-completeFromMachine = Looking among the certificates this computer trusts
window-certificates-doing-completeFromAddress = Fetching the issuer from the address in the certificate
window-certificates-doing-compare = Looking at what is in use
window-certificates-doing-make = Making the file for the appliance

## What each file is
window-certificates-answer-opened = Opened
window-certificates-answer-passwordNeeded = Needs its password
window-certificates-answer-wrongPassword = Wrong password
window-certificates-answer-unsupportedEncryption = Unknown encryption
window-certificates-answer-tooSlow = Slow to open
window-certificates-answer-damaged = Damaged
window-certificates-answer-notAKeystore = Not a keystore
window-certificates-answer-notRead = Not read
window-certificates-contents = What is in it
window-certificates-contents-of = What is in it: { $file }
window-certificates-type-password-of = Type the password of { $file }
window-certificates-open-anyway = Open anyway
window-certificates-open-anyway-of = Open anyway: { $file }
window-certificates-remove = Remove
window-certificates-remove-of = Remove { $file }

## The chain
window-certificates-in-order =
    { $certificates ->
        [one] { $certificates } certificate
       *[other] { $certificates } certificates in order
    }
window-certificates-missing = Missing: { $issuer }
window-certificates-missing-key = key { $id }
window-certificates-complete = Drop its file here, or complete the chain:
window-certificates-complete-from-machine = From this computer
window-certificates-complete-from-address = From the address in the certificate
window-certificates-asked-only = Asked only when you press it: { $address }
window-certificates-strangers = Not part of this chain
window-certificates-key-until = { $key }, until { $day }
window-certificates-issued-by = issued by { $issuer }; { $signature }

## Several keys
window-certificates-entries = Several keys here
window-certificates-which-entry = The appliance takes exactly one. Which one is meant?

## Comparing
window-certificates-compare-title = Compare two certificates
window-certificates-compare-one = One
window-certificates-compare-other = The other
window-certificates-compare = Compare

## The file for the appliance
window-certificates-mending = What the file for the appliance changes
window-certificates-mending-says = Your file stays as it is. The new one is read again before it is offered.
window-certificates-now = Now
window-certificates-for-appliance = For the appliance
window-certificates-encryption = Encryption
window-certificates-encryption-modern = AES-256 with HMAC-SHA-256
window-certificates-encryption-older = 3DES with HMAC-SHA-1, for an old Java
window-certificates-password = Password
window-certificates-password-made = Made by Reseal: you copy it afterwards, it is never shown
window-certificates-password-typed = Typed by you, twice, in a window of its own
window-certificates-saved = Saved.
window-certificates-copy-password = Copy its password
window-certificates-password-copied = Copied. It is taken off the clipboard again after a minute.
window-certificates-see-requests = See the requests that wait here
