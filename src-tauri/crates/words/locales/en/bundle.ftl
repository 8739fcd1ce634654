### Files that hold, or should hold, a certificate with its key.

-nothing-sent-to-any-site = Nothing was sent to any site.

## Why a file does not open

bundle-locked = The file is locked: it needs a password, and none was given.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Type its password.
bundle-wrong_password = The password does not open the file.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Type it again; mind upper and lower case.
bundle-key_password_differs = The password opens the file, but the private key inside has another one.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Type the password of the key as well: what goes to the appliance has one for both.
bundle-store_password_differs = The password opens the private key inside, but not the keystore around it: that has another one, or its end was altered.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Type the password of the keystore, or export it again with one password for both.
bundle-unsupported_encryption = The file is protected with { $algorithm }, which is not supported.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Export it again with AES-256. The password is not the problem.
bundle-damaged = The file is damaged at { $at }: { $what }.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Fetch or export it again.
bundle-not_a_keystore = This is { $kind }, not a certificate.
    .meaning = { -nothing-sent-to-any-site }
    .todo = { $kind }
bundle-too_large = The file has more than { $limit } bytes; no certificate is that large.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Choose the file of the certificate.
bundle-too_many = The file has more than { $limit } { $of }; no bundle of one certificate has.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Choose the file of the one certificate, its chain and its key.
bundle-too_slow = Opening the file takes { $work }; that is more than is done unasked.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Export it again with fewer rounds.

work-rounds = { $rounds } rounds of key derivation
work-rounds_and_memory = { $rounds } rounds of key derivation in { $mebibytes } MiB of memory

## Why what is in the files is no certificate with its key

bundle-no_key = The file holds no private key.
    .meaning = Without the key the appliance cannot use the certificate. { -nothing-sent-to-any-site }
    .todo = Choose the file that holds certificate and key, or add the key's file.
bundle-only_authorities = The certificate of the site is not in it: there are only certificates of authorities.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Add the certificate that the authority issued for the site, and its private key.
bundle-no_certificate = The file holds a private key and no certificate.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Add the file of the certificate.
bundle-key_does_not_match = The private key does not belong to the certificate: { $offered }.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Choose the key that was made with the request of this certificate.
bundle-key_not_comparable = The private key is { $kind }. Its file lacks the public half, so it cannot be compared with the certificate.
    .meaning = The product takes RSA keys only. { -nothing-sent-to-any-site }
    .todo = Request a certificate with an RSA key of 2048, 3072 or 4096 bits.
bundle-several_entries = Several keys here have a certificate: { $entries }.
    .meaning = The appliance takes exactly one. { -nothing-sent-to-any-site }
    .todo = Choose the one that is meant on the screen Certificates and use it from there; on the command line make its file first: reseal-cli doctor FILE --entry NAME --write OUT.
bundle-no_such_entry = No entry is called "{ $wanted }". There are { $entries }.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Name an entry by its own name, its subject or its thumbprint.

# $why is one of the reasons above.
bundle-key_locked = The private key is there and locked.
    .meaning = { $why }
    .todo = { $why }
bundle-keys_locked = The private keys are there and locked: { $keys }.
    .meaning = { $why }
    .todo = { $why }

entry-alias = "{ $alias }"
entry-without_a_name = one without a name
entry-named = "{ $alias }" ({ $subject }, until { $until }, { $thumbprint })
entry-unnamed = { $subject } (until { $until }, { $thumbprint })

## What did not open beside the rest

# $problem is why a file did not open.
bundle-certificate_missing = No certificate was read. { $problem }
    .meaning = { $problem }
    .todo = { $problem }
bundle-leaf_missing = The certificate of the site was not read. { $problem }
    .meaning = { $problem }
    .todo = { $problem }
bundle-key_missing = The private key of the certificate was not read. { $problem }
    .meaning = { $problem }
    .todo = { $problem }
bundle-of_file = { $file }: { $problem }
    .meaning = { $problem }
    .todo = { $problem }
bundle-key_of_file_locked = { $file }: The private key { $key } is locked.
    .meaning = { $problem }
    .todo = { $problem }
bundle-a_key_of_file_locked = { $file }: A private key in it is locked.
    .meaning = { $problem }
    .todo = { $problem }
bundle-left_out = Not everything opened. { $each }
    .meaning = What is meant may be in there, so nothing was made of the rest. { -nothing-sent-to-any-site }
    .todo = Open it, or put away what is not wanted; of several keys choose one.

## The password of the keystore that goes to the appliance

-printable-password = Use a password of printable ASCII characters that neither begins nor ends with a blank.

bundle-password_empty = The password is empty.
    .meaning = { -nothing-sent-to-any-site }
    .todo = { -printable-password }
bundle-password_not_ascii = The password has characters that the appliance cannot be told.
    .meaning = { -nothing-sent-to-any-site }
    .todo = { -printable-password }
bundle-password_outer_blank = The password begins or ends with a blank, which is lost on its way.
    .meaning = { -nothing-sent-to-any-site }
    .todo = { -printable-password }

## The process that opens files with private keys

bundle-took_too_long = Opening took longer than { $limit } and was stopped.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Export the certificate and its key again, with fewer rounds of key derivation.
bundle-not_survived = The process that opens files ended before it had an answer. A file that asks for far too much memory, or is made to do harm, does that.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Leave this file alone unless you know where it is from; export the certificate and its key again.
bundle-no_worker = The process that opens files with private keys could not do its work.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Close some programs and try again. If Reseal was updated while it ran, start it again.
bundle-not_written = The keystore for the appliance could not be made from this file.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Export the certificate and its key again, as PKCS#12.

## What a file is that holds neither a certificate nor a key that is read here

-choose-a-keystore = Choose a keystore (.p12, .pfx, .jks) or certificate and key files (.pem, .crt, .key, .p7b).

looks-nothing = an empty file
    .todo = { -choose-a-keystore }
looks-web_page = a web page
    .todo = Probably a sign-in or error page was saved in place of the file. Download it again.
looks-text = plain text
    .todo = { -choose-a-keystore }
looks-json = a JSON document
    .todo = { -choose-a-keystore }
looks-unknown_bytes = a file of no known kind
    .todo = { -choose-a-keystore }
looks-zeros = a file of zeros
    .todo = { -choose-a-keystore }
looks-bouncy_castle_keystore = a Bouncy Castle keystore (BKS, UBER or BCFKS)
    .todo = Convert it first, with the provider's jar at hand: keytool -importkeystore -srckeystore FILE -srcstoretype BKS -destkeystore NEW.p12 -deststoretype PKCS12 -providerpath bcprov.jar -providerclass org.bouncycastle.jce.provider.BouncyCastleProvider (in place of BKS perhaps UBER or BCFKS)
looks-ssh_private_key = an OpenSSH private key
    .todo = If it is the certificate's key, convert a copy: ssh-keygen -p -m PEM -f COPY
looks-ssh_public_key = an SSH public key
    .todo = Choose the certificate and the private key, not the public key alone.
looks-putty_key = a PuTTY private key
    .todo = If it is the certificate's key, export it as PEM in PuTTYgen.
looks-certificate_request = a certificate request (CSR)
    .todo = This went to the authority; choose the certificate that came back, and the private key.
looks-public_key = a public key
    .todo = Choose the certificate and the private key, not the public key alone.
looks-revocation_list = a certificate revocation list
    .todo = { -choose-a-keystore }
looks-parameters = key parameters without a key
    .todo = { -choose-a-keystore }
looks-pgp = a PGP key or message
    .todo = { -choose-a-keystore }
looks-message = a PKCS#7 message without certificates
    .todo = { -choose-a-keystore }
looks-zip = a zip archive, an Office document or a jar
    .todo = Unpack it and choose the certificate files inside.
looks-archive = an archive (tar, 7z, rar, xz, bzip2, zstd or cab)
    .todo = Unpack it and choose the certificate files inside.
looks-office_document = an Office document or an installer
    .todo = { -choose-a-keystore }
looks-shortcut = a shortcut to a file
    .todo = Choose the file that it points to.
looks-oracle_wallet = an Oracle wallet for automatic login (cwallet.sso)
    .todo = Choose the ewallet.p12 beside it, which holds the same and opens with the wallet's password.
looks-ibm_keystore = an IBM key database (.kdb)
    .todo = Export it first: runmqakm -cert -export -db FILE -label NAME -target NEW.p12 -target_type pkcs12
looks-java_object = an object that a Java program wrote
    .todo = { -choose-a-keystore }
looks-other_block = a text block of another program's
    .todo = { -choose-a-keystore }
looks-sealed = a file that age, Ansible or openssl enc encrypted
    .todo = Decrypt it with the program that made it.
looks-microsoft_key = a private key in a form of Microsoft's (PVK or a key blob)
    .todo = If it is the certificate's key, convert it first: openssl rsa -inform PVK -in FILE -out NEW.key (in place of PVK perhaps MSBLOB)
looks-json_web_key = a JSON Web Key (JWK)
    .todo = Export the key as PEM where it comes from.
looks-certificate_in_words = what a program printed of a certificate
    .todo = Choose the file that was printed, or copy the block from BEGIN to END.
looks-attribute_certificate = an attribute certificate, which belongs to no server
    .todo = { -choose-a-keystore }
looks-status_message = a message about a certificate's status (OCSP)
    .todo = { -choose-a-keystore }
looks-time_stamp = a time stamp, or the question for one (RFC 3161)
    .todo = { -choose-a-keystore }
looks-authority_message = a message to or from an authority (CMP or CRMF)
    .todo = { -choose-a-keystore }
looks-evidence_record = an evidence record of an archive (RFC 4998)
    .todo = { -choose-a-keystore }
looks-gzip = a gzip archive
    .todo = Unpack it and choose the certificate files inside.
looks-pdf = a PDF document
    .todo = { -choose-a-keystore }
looks-picture = a picture
    .todo = { -choose-a-keystore }
looks-program = a program
    .todo = { -choose-a-keystore }
looks-database = a database
    .todo = { -choose-a-keystore }

## A file that takes long to open

bundle-asks_for = This file asks for { $work }: about { $takes } on this computer.
bundle-a_year = a year or longer
bundle-open_anyway = Open it anyway, or export it again with fewer rounds.
bundle-no_file_for_java = The appliance, which is a Java program, could open no keystore with this certificate inside. No file was made, and nothing was sent to any site.

## What making the file for the appliance changes

mended-file = File
mended-encryption = Encryption
mended-certificates = Certificates
mended-passwords = Passwords
mended-besides = Besides
mended-missing_issuers = Missing issuers

mended-one_file = one { $kind }
mended-files = { $count } files
mended-as_they_are = as they are
mended-one_password = one, for the file and its key
mended-upward = { $count }, from the certificate upward
mended-other_order = { $count }, in another order
mended-strangers = { $count ->
    [one] { $count } certificate of another chain
   *[other] { $count } certificates of another chain
  }
mended-duplicates = { $count ->
    [one] { $count } duplicate
   *[other] { $count } duplicates
  }
mended-keys = { $count ->
    [one] { $count } key without a certificate
   *[other] { $count } keys without a certificate
  }
mended-left_out = left out
mended-not_in_the_files = not in the files
mended-added = { $count ->
    [one] { $count } issuer added
   *[other] { $count } issuers added
  }
