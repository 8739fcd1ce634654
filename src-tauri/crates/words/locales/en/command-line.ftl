### The command line's own words.

## Where something is missing that the command line is given

arguments-nobody_signed_in = Nobody signed in with this password, and nothing was changed.
arguments-give_the_password = Give the password with --secrets-stdin.
arguments-give_bundle = Give its password as "bundle" with --secrets-stdin.
arguments-give_what_is_missing = Give the password that is missing with --secrets-stdin, name only the files that are wanted, or choose one of several keys with --entry NAME.
arguments-give_key = Give the password of the key as "key" with --secrets-stdin, beside "bundle"; what is made of the file has one password.
arguments-give_bundle_and_key = Give the password of the keystore as "bundle" with --secrets-stdin, and this one as "key".
arguments-give_request = Give the password of the request as "request" with --secrets-stdin.
arguments-give_password_of_request = Unlock the keyring, or give a password for the key as "request" with --secrets-stdin.
arguments-join_entry = Choose the one that is meant: reseal-cli join FILE... --entry NAME --write OUT.
arguments-open_anyway = Open it with --open-anyway, or export it again with fewer rounds.

request-stray_reply = { $says }
# $cause is why the site could not be looked at.
compare-neither_file_nor_site = { $address } is no file here, and no site answers: { $cause }
    .meaning = { $cause }
    .todo = { $cause }

## What was typed

-nothing-done-at-any-site = Nothing was done at any site.
-see-help = See what there is with reseal-cli --help.

arguments-not_understood = The command line was not understood.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-no_verb = Nothing says what to do.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-unknown_verb = "{ $verb }" is not something that reseal-cli does.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-word = A word is not understood.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-not_for_verb = { $flag } has no meaning for { $verb }.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-missing = { $verb } wants { $wanted }.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-too_many = { $verb } takes no further word "{ $word }".
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-thumbprint = "{ $given }" is not a SHA-256 thumbprint.
    .meaning = { -nothing-done-at-any-site }
    .todo = Give the SHA-256 thumbprint: 64 digits, with or without colons.
arguments-answer = "{ $given }" is not an answer.
    .meaning = { -nothing-done-at-any-site }
    .todo = Write --answer QUESTION=ANSWER, or QUESTION=ANSWER=TYPED.
arguments-size = A key of { $bits } bits is not offered.
    .meaning = { -nothing-done-at-any-site }
    .todo = Use 2048, 3072 or 4096: the appliance takes RSA of at least 2048 bits.

## Secrets on standard input

-write-one-document = Write one JSON document to standard input: {"{"}"sites":{"{"}"ADDRESS":{"{"}"user":"root","password":"..."{"}"}{"}"},"bundle":"..."{"}"}

secrets-unreadable = Standard input could not be used.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -write-one-document }
secrets-not_read = Standard input could not be read.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -write-one-document }
secrets-too_long = Standard input is longer than { $limit } bytes.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -write-one-document }
secrets-not_understood = Standard input is not the expected JSON document (line { $line }, column { $column }).
    .meaning = { -nothing-done-at-any-site }
    .todo = { -write-one-document }
# $cause is what is wrong with the address.
secrets-address = A site in the secrets has no address. { $cause }
    .meaning = { -nothing-done-at-any-site }
    .todo = { -write-one-document }

## A site that nobody vouched for, or that nobody can sign in at

site-unverified = It is not known which certificate { $address } must present.
    .meaning = No password was sent there, and nothing was changed.
    .todo = Name it as { $address }=SHA-256:..., with the thumbprint from the appliance's console or from vCenter.
site-password_needed = There is no password for { $address }.
    .meaning = Nobody signed in there, and nothing was changed.
    .todo = Give it with --secrets-stdin, or let the window remember it in the keyring.
