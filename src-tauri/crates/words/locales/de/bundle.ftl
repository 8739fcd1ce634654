### Files that hold, or should hold, a certificate with its key.

-nothing-sent-to-any-site = Es wurde nichts an eine Site gesendet.

## Why a file does not open

bundle-locked = Die Datei ist gesperrt: Sie braucht ein Passwort, und es wurde keines angegeben.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Geben Sie ihr Passwort ein.
bundle-wrong_password = Das Passwort öffnet die Datei nicht.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Geben Sie es noch einmal ein; achten Sie auf Groß- und Kleinschreibung.
bundle-key_password_differs = Das Passwort öffnet die Datei, aber der private Schlüssel darin hat ein anderes.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Geben Sie auch das Passwort des Schlüssels ein: Was an die Appliance geht, hat eines für beide.
bundle-store_password_differs = Das Passwort öffnet den privaten Schlüssel darin, aber nicht den Keystore darum: Der hat ein anderes, oder sein Ende wurde verändert.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Geben Sie das Passwort des Keystores ein oder exportieren Sie ihn neu mit einem Passwort für beide.
bundle-unsupported_encryption = Die Datei ist mit { $algorithm } geschützt, was nicht unterstützt wird.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Exportieren Sie sie neu mit AES-256. Am Passwort liegt es nicht.
bundle-damaged = Die Datei ist beschädigt ({ $at }): { $what }.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Holen oder exportieren Sie sie neu.
bundle-not_a_keystore = Das ist { $kind }, kein Zertifikat.
    .meaning = { -nothing-sent-to-any-site }
    .todo = { $kind }
bundle-too_large = Die Datei hat mehr als { $limit } Bytes; so groß ist kein Zertifikat.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Wählen Sie die Datei des Zertifikats.
bundle-too_many = Die Datei enthält mehr als { $limit } { $of }; bei einem einzigen Zertifikat sind es nie so viele.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Wählen Sie die Datei des einen Zertifikats, seiner Kette und seines Schlüssels.
bundle-too_slow = Die Datei zu öffnen, braucht { $work }; das ist mehr, als ungefragt getan wird.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Exportieren Sie sie neu mit weniger Runden.

work-rounds = { $rounds } Runden Schlüsselableitung
work-rounds_and_memory = { $rounds } Runden Schlüsselableitung in { $mebibytes } MiB Speicher

## Why what is in the files is no certificate with its key

bundle-no_key = Die Datei enthält keinen privaten Schlüssel.
    .meaning = Ohne den Schlüssel kann die Appliance das Zertifikat nicht verwenden. { -nothing-sent-to-any-site }
    .todo = Wählen Sie die Datei, die Zertifikat und Schlüssel enthält, oder fügen Sie die Datei des Schlüssels hinzu.
bundle-only_authorities = Das Zertifikat der Site ist nicht dabei: Es sind nur Zertifikate von CAs da.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Fügen Sie das Zertifikat hinzu, das die CA für die Site ausgestellt hat, und seinen privaten Schlüssel.
bundle-no_certificate = Die Datei enthält einen privaten Schlüssel und kein Zertifikat.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Fügen Sie die Datei des Zertifikats hinzu.
bundle-key_does_not_match = Der private Schlüssel gehört nicht zum Zertifikat: { $offered }.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Wählen Sie den Schlüssel, der mit dem Antrag für dieses Zertifikat erstellt wurde.
bundle-key_not_comparable = Der private Schlüssel ist vom Typ { $kind }. Seiner Datei fehlt die öffentliche Hälfte, daher lässt er sich nicht mit dem Zertifikat vergleichen.
    .meaning = Das Produkt nimmt nur RSA-Schlüssel. { -nothing-sent-to-any-site }
    .todo = Beantragen Sie ein Zertifikat mit einem RSA-Schlüssel von 2048, 3072 oder 4096 Bit.
bundle-several_entries = Mehrere Schlüssel haben hier ein Zertifikat: { $entries }.
    .meaning = Die Appliance nimmt genau einen. { -nothing-sent-to-any-site }
    .todo = Wählen Sie im Bereich „Zertifikate“ den gemeinten und verwenden Sie ihn von dort; auf der Kommandozeile erstellen Sie zuerst seine Datei: reseal-cli doctor FILE --entry NAME --write OUT.
bundle-no_such_entry = Kein Eintrag heißt „{ $wanted }“. Vorhanden: { $entries }.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Nennen Sie einen Eintrag bei seinem Namen, seinem Subject oder seinem Thumbprint.

# $why is one of the reasons above.
bundle-key_locked = Der private Schlüssel ist da, aber gesperrt.
    .meaning = { $why }
    .todo = { $why }
bundle-keys_locked = Die privaten Schlüssel sind da, aber gesperrt: { $keys }.
    .meaning = { $why }
    .todo = { $why }

entry-alias = „{ $alias }“
entry-without_a_name = einer ohne Namen
entry-named = „{ $alias }“ ({ $subject }, bis { $until }, { $thumbprint })
entry-unnamed = { $subject } (bis { $until }, { $thumbprint })

## What did not open beside the rest

# $problem is why a file did not open.
bundle-certificate_missing = Es wurde kein Zertifikat gelesen. { $problem }
    .meaning = { $problem }
    .todo = { $problem }
bundle-leaf_missing = Das Zertifikat der Site wurde nicht gelesen. { $problem }
    .meaning = { $problem }
    .todo = { $problem }
bundle-key_missing = Der private Schlüssel des Zertifikats wurde nicht gelesen. { $problem }
    .meaning = { $problem }
    .todo = { $problem }
bundle-of_file = { $file }: { $problem }
    .meaning = { $problem }
    .todo = { $problem }
bundle-key_of_file_locked = { $file }: Der private Schlüssel { $key } ist gesperrt.
    .meaning = { $problem }
    .todo = { $problem }
bundle-a_key_of_file_locked = { $file }: Ein privater Schlüssel darin ist gesperrt.
    .meaning = { $problem }
    .todo = { $problem }
bundle-left_out = Nicht alles ließ sich öffnen. { $each }
    .meaning = Darin kann sein, was gemeint ist; deshalb wurde aus dem Rest nichts gemacht. { -nothing-sent-to-any-site }
    .todo = Öffnen Sie es oder entfernen Sie, was nicht gewünscht ist; von mehreren Schlüsseln wählen Sie einen.

## The password of the keystore that goes to the appliance

-printable-password = Verwenden Sie ein Passwort aus druckbaren ASCII-Zeichen, das weder mit einem Leerzeichen beginnt noch damit endet.

bundle-password_empty = Das Passwort ist leer.
    .meaning = { -nothing-sent-to-any-site }
    .todo = { -printable-password }
bundle-password_not_ascii = Das Passwort enthält Zeichen, die sich der Appliance nicht übermitteln lassen.
    .meaning = { -nothing-sent-to-any-site }
    .todo = { -printable-password }
bundle-password_outer_blank = Das Passwort beginnt oder endet mit einem Leerzeichen, das unterwegs verloren geht.
    .meaning = { -nothing-sent-to-any-site }
    .todo = { -printable-password }

## The process that opens files with private keys

bundle-took_too_long = Das Öffnen dauerte länger als { $limit } und wurde abgebrochen.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Exportieren Sie das Zertifikat und seinen Schlüssel neu, mit weniger Runden Schlüsselableitung.
bundle-not_survived = Der Prozess, der Dateien öffnet, endete ohne Antwort. So wirkt eine Datei, die viel zu viel Speicher verlangt oder schaden soll.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Lassen Sie diese Datei in Ruhe, wenn Sie nicht wissen, woher sie ist; exportieren Sie das Zertifikat und seinen Schlüssel neu.
bundle-no_worker = Der Prozess, der Dateien mit privaten Schlüsseln öffnet, konnte seine Arbeit nicht tun.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Schließen Sie einige Programme und versuchen Sie es erneut. Wurde Reseal aktualisiert, während es lief, starten Sie es neu.
bundle-not_written = Der Keystore für die Appliance konnte aus dieser Datei nicht erstellt werden.
    .meaning = { -nothing-sent-to-any-site }
    .todo = Exportieren Sie das Zertifikat und seinen Schlüssel neu, als PKCS#12.

## What a file is that holds neither a certificate nor a key that is read here

-choose-a-keystore = Wählen Sie einen Keystore (.p12, .pfx, .jks) oder die Dateien von Zertifikat und Schlüssel (.pem, .crt, .key, .p7b).

looks-nothing = eine leere Datei
    .todo = { -choose-a-keystore }
looks-web_page = eine Webseite
    .todo = Wahrscheinlich wurde eine Anmelde- oder Fehlerseite statt der Datei gespeichert. Laden Sie die Datei noch einmal herunter.
looks-text = reiner Text
    .todo = { -choose-a-keystore }
looks-json = ein JSON-Dokument
    .todo = { -choose-a-keystore }
looks-unknown_bytes = eine Datei unbekannter Art
    .todo = { -choose-a-keystore }
looks-zeros = eine Datei voller Nullen
    .todo = { -choose-a-keystore }
looks-bouncy_castle_keystore = ein Keystore von Bouncy Castle (BKS, UBER oder BCFKS)
    .todo = Wandeln Sie ihn zuerst um, mit der JAR-Datei des Providers zur Hand: keytool -importkeystore -srckeystore FILE -srcstoretype BKS -destkeystore NEW.p12 -deststoretype PKCS12 -providerpath bcprov.jar -providerclass org.bouncycastle.jce.provider.BouncyCastleProvider (statt BKS vielleicht UBER oder BCFKS)
looks-ssh_private_key = ein privater OpenSSH-Schlüssel
    .todo = Wenn es der Schlüssel des Zertifikats ist, wandeln Sie eine Kopie um: ssh-keygen -p -m PEM -f COPY
looks-ssh_public_key = ein öffentlicher SSH-Schlüssel
    .todo = Wählen Sie das Zertifikat und den privaten Schlüssel, nicht nur den öffentlichen Schlüssel.
looks-putty_key = ein privater PuTTY-Schlüssel
    .todo = Wenn es der Schlüssel des Zertifikats ist, exportieren Sie ihn in PuTTYgen als PEM.
looks-certificate_request = ein Zertifikatsantrag (CSR)
    .todo = Er ging an die CA; wählen Sie das Zertifikat, das zurückkam, und den privaten Schlüssel.
looks-public_key = ein öffentlicher Schlüssel
    .todo = Wählen Sie das Zertifikat und den privaten Schlüssel, nicht nur den öffentlichen Schlüssel.
looks-revocation_list = eine Sperrliste (CRL)
    .todo = { -choose-a-keystore }
looks-parameters = eine Datei mit Schlüsselparametern ohne Schlüssel
    .todo = { -choose-a-keystore }
looks-pgp = ein PGP-Schlüssel oder eine PGP-Nachricht
    .todo = { -choose-a-keystore }
looks-message = eine PKCS#7-Nachricht ohne Zertifikate
    .todo = { -choose-a-keystore }
looks-zip = ein ZIP-Archiv, ein Office-Dokument oder eine JAR-Datei
    .todo = Entpacken Sie es und wählen Sie die Zertifikatsdateien darin.
looks-archive = ein Archiv (tar, 7z, rar, xz, bzip2, zstd oder cab)
    .todo = Entpacken Sie es und wählen Sie die Zertifikatsdateien darin.
looks-office_document = ein Office-Dokument oder ein Installationsprogramm
    .todo = { -choose-a-keystore }
looks-shortcut = eine Verknüpfung mit einer Datei
    .todo = Wählen Sie die Datei, auf die sie zeigt.
looks-oracle_wallet = ein Oracle-Wallet für automatische Anmeldung (cwallet.sso)
    .todo = Wählen Sie die ewallet.p12 daneben; sie enthält dasselbe und öffnet sich mit dem Passwort des Wallets.
looks-ibm_keystore = eine IBM-Schlüsseldatenbank (.kdb)
    .todo = Exportieren Sie sie zuerst: runmqakm -cert -export -db FILE -label NAME -target NEW.p12 -target_type pkcs12
looks-java_object = ein Objekt, das ein Java-Programm geschrieben hat
    .todo = { -choose-a-keystore }
looks-other_block = ein Textblock eines anderen Programms
    .todo = { -choose-a-keystore }
looks-sealed = eine Datei, die age, Ansible oder openssl enc verschlüsselt hat
    .todo = Entschlüsseln Sie sie mit dem Programm, das sie erstellt hat.
looks-microsoft_key = ein privater Schlüssel in einer Form von Microsoft (PVK oder ein Key-Blob)
    .todo = Wenn es der Schlüssel des Zertifikats ist, wandeln Sie ihn zuerst um: openssl rsa -inform PVK -in FILE -out NEW.key (statt PVK vielleicht MSBLOB)
looks-json_web_key = ein JSON Web Key (JWK)
    .todo = Exportieren Sie den Schlüssel dort, woher er kommt, als PEM.
looks-certificate_in_words = die Textausgabe eines Programms zu einem Zertifikat
    .todo = Wählen Sie die Datei, die ausgegeben wurde, oder kopieren Sie den Block von BEGIN bis END.
looks-attribute_certificate = ein Attributzertifikat, das zu keinem Server gehört
    .todo = { -choose-a-keystore }
looks-status_message = eine Nachricht über den Status eines Zertifikats (OCSP)
    .todo = { -choose-a-keystore }
looks-time_stamp = ein Zeitstempel oder die Anfrage danach (RFC 3161)
    .todo = { -choose-a-keystore }
looks-authority_message = eine Nachricht an eine CA oder von ihr (CMP oder CRMF)
    .todo = { -choose-a-keystore }
looks-evidence_record = ein Evidence Record eines Archivs (RFC 4998)
    .todo = { -choose-a-keystore }
looks-gzip = ein gzip-Archiv
    .todo = Entpacken Sie es und wählen Sie die Zertifikatsdateien darin.
looks-pdf = ein PDF-Dokument
    .todo = { -choose-a-keystore }
looks-picture = ein Bild
    .todo = { -choose-a-keystore }
looks-program = ein Programm
    .todo = { -choose-a-keystore }
looks-database = eine Datenbank
    .todo = { -choose-a-keystore }

## A file that takes long to open

bundle-asks_for = Diese Datei verlangt { $work }: Auf diesem Computer dauert das etwa { $takes }.
bundle-a_year = ein Jahr oder länger
bundle-open_anyway = Öffnen Sie sie trotzdem oder exportieren Sie sie neu mit weniger Runden.
bundle-no_file_for_java = Die Appliance, ein Java-Programm, könnte keinen Keystore mit diesem Zertifikat öffnen. Es wurde keine Datei erstellt und nichts an eine Site gesendet.

## What making the file for the appliance changes

mended-file = Datei
mended-encryption = Verschlüsselung
mended-certificates = Zertifikate
mended-passwords = Passwörter
mended-besides = Außerdem
mended-missing_issuers = Fehlende Aussteller

mended-one_file = { $kind }
mended-files = { $count ->
    [one] { $count } Datei
   *[other] { $count } Dateien
  }
mended-as_they_are = wie sie sind
mended-one_password = eines, für die Datei und ihren Schlüssel
mended-upward = { $count }, vom Zertifikat aufwärts
mended-other_order = { $count }, in anderer Reihenfolge
mended-strangers = { $count ->
    [one] { $count } Zertifikat einer anderen Kette
   *[other] { $count } Zertifikate einer anderen Kette
  }
mended-duplicates = { $count ->
    [one] { $count } Duplikat
   *[other] { $count } Duplikate
  }
mended-keys = { $count ->
    [one] { $count } Schlüssel ohne Zertifikat
   *[other] { $count } Schlüssel ohne Zertifikat
  }
mended-left_out = weggelassen
mended-not_in_the_files = nicht in den Dateien
mended-added = { $count ->
    [one] { $count } Aussteller hinzugefügt
   *[other] { $count } Aussteller hinzugefügt
  }
