### What shows certificates, thumbprints and verdicts (ui/src/certificates).

## The four verdicts
window-trust-verdict-same = Same
window-trust-verdict-different = Different
window-trust-verdict-old = Old certificate
window-trust-verdict-unknown = Could not check
window-trust-spoken = { $word }:

## Who signed a certificate
window-trust-issuance-public = public CA
window-trust-issuance-private = private CA
window-trust-issuance-selfSigned = self-signed
window-trust-issuance-unknown = unknown CA

## One certificate
window-trust-names = Names
window-trust-no-name = none
window-trust-more-names =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
window-trust-without-names = without { $names }
window-trust-issuer = Issuer
window-trust-valid = Valid
window-trust-from-until = { $from } to { $until },
window-trust-key = Key
window-trust-thumbprint = Thumbprint
window-trust-show = Show
window-trust-show-of = Show the thumbprint of { $title }
window-trust-hide = Hide
window-trust-hide-of = Hide the thumbprint of { $title }
window-trust-thumbprint-of = Thumbprint of { $title }
window-trust-sha256-of = SHA-256 thumbprint of { $title }
window-trust-copy-vendor = Copy as SHA-256:AA:…
window-trust-copy-plain = Digits only
window-trust-copy-lower-case = Lower case

## A thumbprint that a person has from elsewhere
window-trust-given-hint = { $hint } Spaces, colons and capitals do not matter.

## Two certificates side by side
window-trust-aspect = What
window-trust-differs = Differs
window-trust-changes = Changes
window-trust-same = Same
window-trust-either = { $word } or the same

## What was checked of a file
window-trust-checks = Checks
window-trust-check-yes = Passed:
window-trust-check-warning = Warning:
window-trust-check-no = Failed:

## Files that are offered for a replacement
window-trust-reading-file = Reading the file and its password
window-trust-locked = { $file } is protected by a password.

## On-premises sites and what a change means to them
window-trust-on-premises = On-premises site
window-trust-owner = Owner
window-trust-forecast = After the change
window-trust-forecast-nothing = No action
window-trust-forecast-mustRepair = Must re-pair
window-trust-forecast-uncertain = Uncertain
window-trust-seen = Seen
window-trust-why = Why
window-trust-message = Message
window-trust-copy-message = Copy message
window-trust-message-to = message to { $owner }
