### What Reseal keeps on this computer: saved sites, requests, the keyring.

## The state folder

state-newer = { $path } is of version { $found }; this program knows version { $known }.
    .meaning = A newer Reseal wrote this file, so it is left as it is and nothing is saved.
    .todo = Use the newer Reseal, or start this one on another folder with --state.
state-damaged = { $path } is damaged, and so is its previous generation.
    .meaning = The file is left as it is. No site is affected: it only holds Reseal's own notes.
    .todo = Move the file and its previous generation elsewhere and start again, or restore them from a backup.
state-disk_full = { $path } could not be written.
    .meaning = The disk is full. What was saved before is still there; the last change is not.
    .todo = Free some space on the disk of the state folder and try again.
state-file = { $path } could not be read.
    .meaning = What was saved before is still there; the last change is not.
    .todo = Check that the state folder exists, belongs to you and may be written to, then try again.
state-not_written = { $path } could not be written.
    .meaning = { state-file.meaning }
    .todo = { state-file.todo }

## Saved sites

# $cause is one of the reasons above.
sites-file = The list of saved sites could not be used. { $cause }
    .meaning = { $cause }
    .todo = { $cause }
sites-not_saved = No site with the identity { $id } is saved.
    .meaning = It was probably forgotten in another window. Nothing was changed at any site.
    .todo = Go back to Sites and add it again if it is still needed.
sites-already_saved = { $address } is already saved as { $name }.
    .meaning = Nothing was changed: the saved site keeps its certificate and its account.
    .todo = Open the saved site, or forget it first if it should be added anew.

## The keyring

keyring-unavailable = No keyring answers on this computer.
    .meaning = The password was not stored anywhere. Everything else works.
    .todo = Leave the password out of the keyring; it is then asked for when it is needed.
keyring-locked = The keyring of this computer is locked.
    .meaning = Nothing was read from it or stored in it.
    .todo = Unlock the keyring and try again, or leave the password out of it.
keyring-refused = The keyring refused.
    .meaning = It answered, but did not do what it was asked for.
    .todo = Try again, or leave the password out of the keyring.
keyring-unreadable = The keyring holds something that Reseal did not write.
    .meaning = { keyring-refused.meaning }
    .todo = { keyring-refused.todo }
-not-handed-out = A password is handed out only for the endpoint and the certificates it was given for. It was not used.
-type-it-again = Make sure that this is the right site, then type its password again.

keyring-not_for_this_site = The password was given for { $given_for }, not for { $asked_for }.
    .meaning = { -not-handed-out }
    .todo = { -type-it-again }
keyring-other_certificate = The password was given under the certificate { $given_under }, which this site is not known by.
    .meaning = { -not-handed-out }
    .todo = { -type-it-again }

## Requests for certificates

-nothing-kept = No request and no key were kept.

requests-file = The list of requests could not be used. { $cause }
    .meaning = { $cause }
    .todo = { $cause }
request-no_name = The request has no name.
    .meaning = { -nothing-kept }
    .todo = Name the host that peers and browsers use, and the one that administrators use.
request-bad_name = { $name } is not a host name.
    .meaning = { -nothing-kept }
    .todo = Use letters, digits and hyphens, with one * as the whole first label at most, or an IP address; write an international name in its xn-- form.
request-not_made = The request could not be made.
    .meaning = { -nothing-kept }
    .todo = Try again; if it stays like this, report it with these words.
request-no_keyring = The key of the request could not be kept.
    .meaning = The key of a request waits encrypted, and what decrypts it waits in the keyring of this computer. The keyring does not take it, so no request and no key were kept.
    .todo = Unlock the keyring and try again, or protect the key with a password of your own.
request-keyring = The key of the request cannot be used now.
    .meaning = The key is still there, encrypted; what decrypts it is in the keyring of this computer, which does not hand it out.
    .todo = Unlock the keyring and try again.
request-key_gone = The keyring of this computer has nothing for the request of { $day } for { $name }.
    .meaning = The key of this request cannot be decrypted any more: the request was made under another account or on another computer, or the keyring was emptied.
    .todo = Use the account that made it, or make a new request and have it signed.
request-gone = No request { $id } waits here.
    .meaning = It was forgotten, here or in another window. Nothing was changed.
    .todo = Look at the list of requests.

## Missing issuers of a chain

-chain-stays = The chain stays as it is. Nothing was sent to any site.
-ask-the-authority = Ask the authority for the certificate of the issuer that is missing, and add the file.
-use-a-browser = Open the address with a browser, or on a machine that reaches it, and add the file.

chain-issuer_not_found = The missing issuer is not there either.
    .meaning = { -chain-stays }
    .todo = { -ask-the-authority }
chain-no_address = The certificate names no address of its issuer.
    .meaning = { -chain-stays }
    .todo = { -ask-the-authority }
chain-not_fetched = The missing issuer could not be fetched from { $address }. { $cause }
    .meaning = { -chain-stays }
    .todo = { $cause }

fetch-not_an_address = { $address } is not an address.
    .todo = { -ask-the-authority }
fetch-not_visited = { $address } is not visited: { $why }.
    .todo = { -ask-the-authority }
fetch-scheme = only http and https are
fetch-user_name = it carries a user name
fetch-port = only the ports 80 and 443 are
fetch-not_found = The name { $host } does not resolve.
    .todo = { -use-a-browser }
fetch-not_public = { $host } is at { $address }, which is not a public address.
    .todo = Reseal visits no address inside a network because a certificate says so. If it is your authority's, download the file with a browser and drop it here.
fetch-unreachable = { $host } does not answer.
    .todo = { -use-a-browser }
fetch-took_too_long = { $host } took longer than { $limit }.
    .todo = { -use-a-browser }
fetch-refused = { $host } answers with status { $status }.
    .todo = { -use-a-browser }
fetch-too_large = The answer of { $host } has more than { $limit } bytes.
    .todo = { -use-a-browser }
fetch-no_certificate = { $host } sends no certificate.
    .todo = { -ask-the-authority }

## A password that was typed

password-not_kept = The password was not kept, and nothing was changed at { $site }. It was tried once and not again, so that no account is locked.
password-not_proven = So nobody knows yet whether the password for { $site } is right. It is held until Reseal is closed and was not put into the keyring.
