### The promises that a bundle keeps or breaks: what was found, what it means, what to do.

## allows_server_authentication

-import-script-refuses = The vendor's own import script refuses a file without server authentication.
-request-server-authentication = Request it again with the extended key usage Server Authentication (a web server template).

allows_server_authentication-kept = It names server authentication among its uses.
allows_server_authentication-netscape = Its Netscape certificate type does not name SSL servers.
    .meaning = OpenSSL and Java follow this old extension and refuse the certificate for a server.
    .todo = Request it again without the extension Netscape Certificate Type, or with SSL Server in it.
allows_server_authentication-no_uses = It does not name server authentication: it has no extended key usage at all.
    .meaning = { -import-script-refuses }
    .todo = { -request-server-authentication }
allows_server_authentication-any_use = It allows any use, but does not name server authentication.
    .meaning = { -import-script-refuses }
    .todo = { -request-server-authentication }
allows_server_authentication-other_uses = It is for other uses: server authentication is not among them.
    .meaning = { -import-script-refuses }
    .todo = { -request-server-authentication }

## authority_stands_behind: $why is one of the reasons below.

authority_stands_behind-public = It is from a public authority. { $why }
authority_stands_behind-private = It is from a private authority. { $why } On-premises sites keep their trust if they know that root.
authority_stands_behind-nobody = { $why }
    .meaning = On-premises sites pin a self-signed certificate: each of them has to repair its pairing.
    .todo = Use a certificate of an authority, or tell the on-premises sites beforehand.
authority_stands_behind-unknown = { $why }
    .meaning = Whether on-premises sites keep their trust cannot be told.
    .todo = Add the issuer's certificate: in the same file, or in one given together with it.

issuance-public = A path leads through { $through } to a public root.
issuance-private = A path leads through { $through } to a root that is not public.
issuance-self_signed = It signed itself; no authority stands behind it.
issuance-not_found = The issuer { $issuer } is neither in the file nor among the known roots.
issuance-not_held = The path towards { $issuer } does not hold: { $why }.

# Why a path does not hold, as the end of a sentence that begins with the path.
path-expired = one of its certificates has expired
path-not_valid_yet = one of its certificates is not valid yet
path-authority = the certificate is an authority's own
path-no_authority = one of its issuers is no authority
path-too_long = it is longer than one of its issuers allows
path-false_signature = a signature in it is false or cannot be verified here
path-no_top = its certificates do not lead to its top
path-version_1 = one of its certificates is of X.509 version 1, which does not say what it may be used for
path-names = one of its issuers may not sign for these names
path-other_uses = one of its certificates is for other uses
path-critical = one of its certificates has a critical extension that is not understood here
path-too_many = it has more issuers than are followed here
path-serial = one of its serial numbers is malformed
path-extensions = one of its certificates has malformed extensions
path-two_algorithms = one of its certificates names two different signature algorithms
path-algorithm = it uses an algorithm that cannot be verified here
path-malformed = one of its certificates is not well formed

## chain_is_complete: $missing is an issuer.

-may-not-find-a-root = Whoever verifies the chain, such as an on-premises site from 4.3 on, may not find its way to a root.
-add-the-issuer = Add the certificate of the issuer: in the same file, or in one given together with it.

chain_is_complete-not_needed = It needs no chain: it signed itself.
chain_is_complete-kept = { $issuers ->
    [one] Its issuer is in the file.
   *[other] All { $issuers } issuers up to the root are in the file.
  }
chain_is_complete-root_known = The chain leads to a known root, which need not be in the file.
chain_is_complete-but_the_root = The issuers up to { $highest } are in the file. { $missing } is not, and the appliance does not need it.
chain_is_complete-missing = The issuer { $missing } is missing.
    .meaning = { -may-not-find-a-root }
    .todo = { -add-the-issuer }
chain_is_complete-namesake = The issuer { $missing } is missing. One of the same name is in the file; its key did not sign this.
    .meaning = { -may-not-find-a-root }
    .todo = { -add-the-issuer }

missing-issuer = { $issuer }
missing-issuer_with_key = { $issuer } (key id { $key })

## chain_is_valid_now

-verifiers-refuse = Whoever verifies the chain refuses the certificate.

chain_is_valid_now-kept = Every issuer is valid at present, and as long as the certificate.
chain_is_valid_now-root_is_not = { $issuer } is valid from { $from } until { $until }, and not { $clock ->
    [site] now by the site's clock
   *[here] now
  }.
    .meaning = { -verifiers-refuse }
    .todo = Ask the authority whether its root was renewed, and add the present one.
chain_is_valid_now-issuer_is_not = { $issuer } is valid from { $from } until { $until }, and not { $clock ->
    [site] now by the site's clock
   *[here] now
  }.
    .meaning = { -verifiers-refuse }
    .todo = Ask the authority for its present intermediate certificate.
chain_is_valid_now-ends_first = { $issuer } ends on { $until }, before the certificate does.
    .meaning = From then on whoever verifies the chain refuses the certificate.
    .todo = Ask the authority for its renewed intermediate certificate, or replace both before that day.

## chain_keys_are_strong

-weak-keys-are-refused = Browsers and OpenSSL as systems set it up refuse RSA keys below 2048 bits, Java those below 1024; DSA and rare curves are known to some programs only.
-ask-for-strong-keys = Ask the authority for a chain with RSA keys of 2048 bits or more, P-256 or P-384.

chain_keys_are_strong-kept = Every issuer's key is strong enough.
chain_keys_are_strong-weak = { $issuer } has a weak key: { $key }.
    .meaning = { -weak-keys-are-refused }
    .todo = { -ask-for-strong-keys }
chain_keys_are_strong-rare = { $issuer } has a key that few programs verify: { $key }.
    .meaning = { -weak-keys-are-refused }
    .todo = { -ask-for-strong-keys }

## chain_verifies

-ask-for-what-belongs = Ask the authority for the certificates that belong to this one.
-may-be-right = It may be right all the same; Reseal cannot tell.

chain_verifies-kept = Every signature up to the top of the chain is true.
chain_verifies-false_signature_on = The signature of { $issuer } on { $signed } is false.
    .meaning = The certificate was altered after it was signed, or damaged on its way. Whoever verifies it refuses it.
    .todo = Fetch or export it again, and compare its thumbprint with what the authority says.
chain_verifies-no_authority = { $issuer } is no authority: its basic constraints do not say that it may issue certificates.
    .meaning = { -verifiers-refuse }
    .todo = { -ask-for-what-belongs }
chain_verifies-may_not_sign = { $issuer } may not sign certificates: its key usage does not allow that.
    .meaning = { -verifiers-refuse }
    .todo = { -ask-for-what-belongs }
chain_verifies-false_signature = A signature in the chain is false.
    .meaning = { -verifiers-refuse }
    .todo = { -ask-for-what-belongs }
chain_verifies-broken = The chain does not verify: { $why }.
    .meaning = { -verifiers-refuse }
    .todo = { -ask-for-what-belongs }
chain_verifies-other_spelling = An issuer is named with another spelling than it has itself, such as other capitals or another kind of string.
    .meaning = Java and OpenSSL see one name in the two; Go and others compare the bytes and refuse the chain.
    .todo = Ask the authority for a certificate that names its issuer byte by byte.
chain_verifies-critical_policies = A certificate in the chain has policies that have to be followed, which is not done here.
    .meaning = Java and OpenSSL follow them. It may be right; Reseal cannot tell.
    .todo = Verify it with openssl verify -policy_check.
chain_verifies-too_long = The chain is long: { path-too_many }.
    .meaning = Java and OpenSSL follow longer chains; others refuse it. Reseal cannot tell whether it is right.
    .todo = Verify it with openssl verify, or ask the authority for a shorter chain.
chain_verifies-precertificate = { $name } (serial number { $serial }) is a precertificate from a transparency log, not the certificate: the critical extension { $extension } marks it.
    .meaning = Every client refuses a precertificate.
    .todo = Get the certificate itself: from the authority, or the log's other entry with the same serial number.
chain_verifies-unknown_critical_extension = { $name } has the critical extension { $extension }, which has to be understood and is not.
    .meaning = Whoever does not understand it, such as Java and OpenSSL, refuses the certificate.
    .todo = Ask the authority for a certificate in which that extension is not critical, or absent.
chain_verifies-issuer_for_other_uses = { $issuer } may only issue certificates for other uses: server authentication is not among them.
    .meaning = OpenSSL and browsers refuse it for a server; Java does not look.
    .todo = Ask the authority for a certificate from an issuer that is meant for servers.
chain_verifies-another_key_named = { $signed } names another key than that of { $issuer }, which signed it.
    .meaning = OpenSSL and GnuTLS go by the named key and do not find the issuer; Java does.
    .todo = Ask the authority for the present certificate of its issuer, or for a new one of this server.
chain_verifies-an_algorithm_not_verifiable = The chain uses an algorithm which cannot be verified here.
    .meaning = { -may-be-right }
    .todo = Verify it with openssl verify, or use a chain of RSA, P-256 or P-384 keys and SHA-256.
chain_verifies-not_verifiable = { $signed } is signed with { $signature } and a key of { $key }, which cannot be verified here.
    .meaning = { -may-be-right }
    .todo = Verify it with openssl verify, or use a chain of RSA, P-256 or P-384 keys and SHA-256.

## is_its_own

is_its_own-kept = No other service of this site uses it.
is_its_own-shared = The { $service } of this site uses the same certificate.
    .meaning = Every service needs a certificate of its own.
    .todo = Request another certificate for the Cloud Service.

## is_newer

is_newer-kept = It is newer than the certificate in use.
is_newer-older = It is older than the certificate in use: { $begins } against { $since }.
    .meaning = Perhaps it is the previous certificate, chosen by mistake.
    .todo = Compare the two before you go on.

## is_no_authority

is_no_authority-kept = It is the certificate of a server.
is_no_authority-self_signed = It signed itself and bears the mark of an authority, as openssl req -x509 makes it.
    .meaning = Who pins it does not mind. Firefox and others that look at the mark refuse it for a server.
    .todo = Make it with basicConstraints=CA:FALSE, or have the appliance make a self-signed one.
is_no_authority-authority = It is the certificate of an authority.
    .meaning = Clients refuse it for a server.
    .todo = Choose the certificate that the authority issued for the appliance, with its key.
is_no_authority-authority_with_key = It is the certificate of an authority, and its private key is in this file.
    .meaning = Whoever gets this file can issue certificates for any name. Clients refuse it for a server.
    .todo = Keep this file away from the appliance. Choose the certificate that the authority issued for it.

## is_not_in_use

is_not_in_use-kept = It is another certificate than the one in use.
is_not_in_use-in_use = It is the certificate that the Cloud Service uses already.
    .meaning = Importing it again changes nothing and restarts the service.
    .todo = Choose the new certificate. If this is the new one, look at who trusts it: the pairings may still have to be repaired.

## java_opens_it: $reasons are those below.

-make-it-anew = Make the file for the appliance from it (on the command line: --write).

java_opens_it-kept = A current Java opens the file as it is.
java_opens_it-refused = Java cannot use the file as it is: { $reasons }.
    .meaning = The appliance, which is a Java program, refuses the file or finds no key in it or another certificate, and often calls the password wrong. It is not a wrong password.
    .todo = { -make-it-anew }
java_opens_it-another_kind = This is { $format }, and the appliance takes one PKCS#12 keystore.
    .meaning = It cannot be imported as it is.
    .todo = { -make-it-anew }

java-checksum = its checksum is { $kind }
java-encryption = it is encrypted with { $kind }
java-rounds = it asks for { $rounds } rounds of key derivation
java-redundant_length = lengths in it have more bytes than they need
java-open_key = its private key is not encrypted
java-short_salt = a salt in it has fewer than eight bytes
java-version = it is not of version 3
java-bag = a part of it { $why }
java-two_passwords = its key has another password than the file
java-no_key = its private key is in a part inside a part
java-no_certificate = neither a local key id nor a name ties its private key to its certificate
java-serves_another = by local key ids, names and order its key belongs to { $other }, valid until { $other_until }, and not to { $leaf }, valid until { $leaf_until }
java-refuses = Java refuses { $certificate } in it

format-pkcs12 = PKCS#12 keystore
format-java = Java keystore
format-pem = PEM text
format-certificate = DER certificate
format-private_key = DER private key
format-pkcs7 = PKCS#7 certificates
format-serialized_store = Microsoft certificate store
format-several = several files
format-made_here = made by Reseal

certificate-with_serial = the certificate with the serial number { $serial }
certificate-called = { $subject }

## java_reads_the_certificates: $part is one of those below, $why what is wrong with it.

-would-not-come-back = The appliance, which is a Java program, cannot open a keystore with this certificate inside and calls the password wrong. The Cloud Service would not come back.

java_reads_the_certificates-kept = Java reads the certificate and what stands above it.
java_reads_the_certificates-issuer = Java refuses { $certificate }: { $part } { $why }.
    .meaning = { -would-not-come-back }
    .todo = Ask the authority for another certificate of this issuer, or for one from another issuer.
java_reads_the_certificates-critical_extension = Java refuses { $certificate }: { $part } { $why }.
    .meaning = { -would-not-come-back }
    .todo = Request it again, and tell the authority that this extension is malformed: it has to be well formed, or not critical.
java_reads_the_certificates-subject = Java refuses { $certificate }: { $part } { $why }.
    .meaning = { -would-not-come-back }
    .todo = Request it again with a common name in its subject, or with critical alternative names.
java_reads_the_certificates-malformed = Java refuses { $certificate }: { $part } { $why }.
    .meaning = { -would-not-come-back }
    .todo = Request it again, and tell the authority what is malformed.

part-structure = its structure
part-version = its version
part-serial = its serial number
part-signature = its signature
part-issuer = the name of its issuer
part-validity = its validity
part-subject = its subject
part-key = its public key
part-extensions = its extensions
part-extension = its extension { $name }
part-critical_extension = its critical extension { $name }

## keeps_client_authentication

keeps_client_authentication-kept = It allows client authentication wherever the one in use does.
keeps_client_authentication-lost = The certificate in use is for client authentication as well, and this one is not.
    .meaning = Whether the product needs that is not known: its documents name server authentication alone. Sites greet each other as clients, too.
    .todo = To be safe, request it with both uses, Server Authentication and Client Authentication.

## key_is_rsa

-request-rsa = Request a certificate with an RSA key of 2048, 3072 or 4096 bits.

key_is_rsa-kept = The key is { $key }.
key_is_rsa-weak = The key is { $key }.
    .meaning = The product takes RSA keys of 2048 bits or more.
    .todo = { -request-rsa }
key_is_rsa-ed25519 = The key is { $key }.
    .meaning = The vendor's text knows RSA keys only; Java 8 and 11 cannot even load Ed25519.
    .todo = { -request-rsa }
key_is_rsa-another = The key is { $key }.
    .meaning = The vendor's text knows RSA keys only.
    .todo = { -request-rsa }

## key_matches

key_matches-kept = The private key belongs to the certificate.
key_matches-foreign = The private key belongs to none of the certificates.
    .meaning = Java loads such a file without complaint; the server then proves to nobody who it is.
    .todo = Choose the key that was made with the request of this certificate.

## key_usage_fits

key_usage_fits-not_restricted = It does not restrict what the key is used for.
key_usage_fits-kept = The key may sign handshakes.
key_usage_fits-no_signatures = Its key usage does not allow digital signatures.
    .meaning = With TLS 1.3, and with nearly everything in TLS 1.2, the server signs the handshake.
    .todo = Request it again with the key usages Digital Signature and Key Encipherment.

## lasts

-again-soon = It has to be replaced again soon, and every paired site be repaired again.

lasts-kept = { $left ->
    [one] { $left } day is left
   *[other] { $left } days are left
  }; replace it by { $due }.
lasts-kept_and_the_next = { $left ->
    [one] { $left } day is left
   *[other] { $left } days are left
  }; replace it by { $due }. The next one may last { $next_days } days at most and will be due by { $next_due }.
lasts-ends_soon = Only { $left ->
    [one] { $left } day is left
   *[other] { $left } days are left
  }, until { $until }.
    .meaning = { -again-soon }
    .todo = Ask for a longer one.
lasts-ends_soon_and_limited = Only { $left ->
    [one] { $left } day is left
   *[other] { $left } days are left
  }, until { $until }.
    .meaning = { -again-soon }
    .todo = Ask for a longer one. A public authority issues for at most { $most } days now, 100 days from 15 March 2027 on and 47 days from 15 March 2029 on.

## lifetime_is_accepted

lifetime_is_accepted-kept = It was issued for { $days ->
    [one] { $days } day
   *[other] { $days } days
  }.
lifetime_is_accepted-ends_before_it_begins = It ends before it begins: it is valid from { $from } until { $until }.
    .meaning = It was never valid, and nobody accepts it.
    .todo = Request it again, and tell the authority.
lifetime_is_accepted-too_long = It was issued on { $issued } for { $days } days; clients accept { $allowed } from this kind of authority.
    .meaning = The appliance takes it, but browsers and Apple's systems refuse it.
    .todo = Request it again for a shorter time.

## names_are_permitted

names_are_permitted-kept = No issuer restricts these names.
names_are_permitted-excluded = { $issuer } may not sign for { $name }: its name constraints exclude that.
    .meaning = { -verifiers-refuse }
    .todo = Request a certificate without that name, or from an authority that may sign for it.

## names_are_well_formed

names_are_well_formed-kept = All its names are well formed.
names_are_well_formed-two_lists = Its alternative names stand in more than one extension.
    .meaning = A certificate may have one. Some clients refuse it, others see a part of the names.
    .todo = Request it again, and tell the authority.
names_are_well_formed-malformed = These names are malformed: { $names }.
    .meaning = Clients ignore such a name, and some refuse the whole certificate.
    .todo = Request it again without them: letters, digits and hyphens, one * as the whole first label.
names_are_well_formed-meant = These names are malformed: { $names }.
    .meaning = Clients ignore such a name, and some refuse the whole certificate.
    .todo = Request it again with { $wanted }.

wanted-address = an IP entry for { $address } in its place
wanted-host = the bare host name { $host }

## names_cover

names_cover-kept = It is for { $names }.
names_cover-no_names = It has no names of hosts among its subject alternative names.
    .meaning = Clients that verify names look at the alternative names alone and refuse it.
    .todo = Request it again with the public service endpoint as alternative name.
names_cover-none_accepted = None of its names is one that clients accept: { $names }.
    .meaning = Clients that verify names find none in it and refuse it.
    .todo = Request it again for the bare host name of the public service endpoint; an address needs an IP entry.
names_cover-missing = It does not cover { $missing }. It is for { $names }.
    .meaning = Paired sites compare thumbprints and do not mind. On-premises sites that verify the chain, browsers and scripts compare names and refuse it.
    .todo = Request a certificate for { $missing } as well.

names-more = { $more } more

## nothing_is_superfluous: $left_out are those below.

nothing_is_superfluous-kept = Everything in the file belongs to this certificate.
nothing_is_superfluous-twice = Left out: { $left_out }.
    .meaning = It belongs to the chain, and the product wants each certificate once.
    .todo = Nothing: it is in the chain once, which is enough.
nothing_is_superfluous-left_out = Left out: { $left_out }.
    .meaning = It does not belong to this certificate's chain, and the product wants nothing else.
    .todo = Nothing, if you do not miss anything in the chain.

left_out-duplicates = { $count ->
    [one] one certificate that is there twice
   *[other] { $count } certificates that are there more than once
  }
left_out-keys = { $count ->
    [one] one other private key
   *[other] { $count } other private keys
  }
certificate-by_dates = { $subject } (valid from { $from } until { $until })
certificate-by_serial = { $subject } (valid from { $from } until { $until }, serial number { $serial })

## one_entry

one_entry-kept = There is one entry.
one_entry-with_chain = There is one entry, with its chain inside.
one_entry-several = The file holds { $entries } entries; the product takes exactly one.
    .meaning = Imported as it is, the file would be refused, or another entry be used than you think.
    .todo = { -make-it-anew }
one_entry-several_written_anew = The file holds { $entries } entries; the product takes exactly one.
    .meaning = Imported as it is, the file would be refused, or another entry be used than you think.
    .todo = Nothing: Reseal writes a new file with this one entry and imports that.

## password_is_ascii

password_is_ascii-kept = The password is plain ASCII.
password_is_ascii-not_ascii = The password has characters beyond ASCII.
    .meaning = Java refuses such a password and calls it wrong, and the header that carries it to the appliance cannot hold it.
    .todo = { -make-it-anew }
password_is_ascii-empty = The password is empty.
    .meaning = Anybody can open the file, and the appliance may want a password with it.
    .todo = { -make-it-anew }
password_is_ascii-outer_blank = The password begins or ends with a blank.
    .meaning = The header that carries it to the appliance loses the blank.
    .todo = { -make-it-anew }

## signatures_are_modern

-no-sha1 = The product takes no SHA-1 or MD5 signatures, and nothing that verifies chains does.
-unknown-strength = Whether it is strong cannot be told, and whoever does not know it refuses the certificate.
-ask-which-algorithm = Ask the authority which algorithm that is, or for a certificate signed with SHA-256.

signatures_are_modern-kept = The certificate is signed with { $signature }.
signatures_are_modern-broken = The certificate is signed with { $signature }.
    .meaning = { -no-sha1 }
    .todo = Request it again from an authority that signs with SHA-256 or better.
signatures_are_modern-broken_issuer = { $issuer } is signed with { $signature }.
    .meaning = { -no-sha1 }
    .todo = Ask the authority for its present intermediate certificate.
signatures_are_modern-unknown = The certificate is signed with { $signature }. This algorithm is not known here.
    .meaning = { -unknown-strength }
    .todo = { -ask-which-algorithm }
signatures_are_modern-unknown_issuer = { $issuer } is signed with { $signature }. This algorithm is not known here.
    .meaning = { -unknown-strength }
    .todo = { -ask-which-algorithm }

## wildcard_is_not_shared

wildcard_is_not_shared-kept = It is no wildcard certificate.
wildcard_is_not_shared-alone = It is a wildcard certificate for { $name }, and no other service of this site uses it.
wildcard_is_not_shared-wildcard = It is a wildcard certificate for { $name }.
    .meaning = The vendor allows that for the Cloud Service only, and never shared with another service.
    .todo = Make sure that no other service of the site uses this certificate.

## is_valid_now

is_valid_now-kept = It is valid until { $until }.
is_valid_now-by_both_clocks = It is valid until { $until }, by this computer's clock and the site's.
is_valid_now-not_yet = It is valid only from { $from } on.
    .meaning = Until then every connection to the Cloud Service would be refused.
    .todo = Wait until then. If that moment has passed where you are, set this computer's clock.
is_valid_now-expired = It expired on { $until }.
    .meaning = Clients that look at the dates refuse it.
    .todo = Choose the renewed certificate, or request one.
is_valid_now-disputed = { $valid_by ->
    [site] It is valid by the site's clock, not by this computer's
   *[here] It is valid by this computer's clock, not by the site's
  }: from { $from } until { $until }. The site's clock was { $skew } { $direction ->
    [slow] slow
   *[fast] fast
  } when it was last read.
    .meaning = Whoever believes the other clock refuses the certificate.
    .todo = Set both clocks first; an appliance takes its time from NTP.

### Two certificates side by side

aspect-names = Names
aspect-valid_until = Valid until
aspect-valid_from = Valid from
aspect-issuer = Issuer
aspect-subject = Subject
aspect-key = Key
aspect-uses = Uses
aspect-key_usage = Key usage
aspect-authority = Authority
aspect-signature = Signature
aspect-serial = Serial number
aspect-thumbprint = Thumbprint

value-none = none
value-yes = yes
value-no = no

relation-one_and_the_same = They are one and the same certificate.
relation-same_key = They are two certificates for the same key.
relation-two_keys = They are two certificates, each with a key of its own.

difference-lost = Lost: { $values }.
difference-added = Added: { $values }.
difference-values = { $told }
difference-earlier = { $by } earlier.
difference-later = { $by } later.
difference-another_key_of_issuer = The same name, but another key of the issuer.
difference-first_self_signed = The first one signed itself.
difference-second_self_signed = The second one signed itself.
difference-same_key = The same key.
difference-another_key = Another key.
