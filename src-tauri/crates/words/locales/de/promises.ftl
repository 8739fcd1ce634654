### The promises that a bundle keeps or breaks: what was found, what it means, what to do.

## allows_server_authentication

-import-script-refuses = Das Importskript des Herstellers selbst lehnt eine Datei ohne Serverauthentifizierung ab.
-request-server-authentication = Beantragen Sie es neu mit der erweiterten Schlüsselverwendung Server Authentication (eine Vorlage für Webserver).

allows_server_authentication-kept = Es nennt Serverauthentifizierung unter seinen Verwendungen.
allows_server_authentication-netscape = Sein Netscape Certificate Type nennt keine SSL-Server.
    .meaning = OpenSSL und Java richten sich nach dieser alten Erweiterung und lehnen das Zertifikat für einen Server ab.
    .todo = Beantragen Sie es neu ohne die Erweiterung Netscape Certificate Type oder mit SSL Server darin.
allows_server_authentication-no_uses = Es nennt keine Serverauthentifizierung: Es hat gar keine erweiterte Schlüsselverwendung.
    .meaning = { -import-script-refuses }
    .todo = { -request-server-authentication }
allows_server_authentication-any_use = Es erlaubt jede Verwendung, nennt aber keine Serverauthentifizierung.
    .meaning = { -import-script-refuses }
    .todo = { -request-server-authentication }
allows_server_authentication-other_uses = Es ist für andere Verwendungen: Serverauthentifizierung ist nicht darunter.
    .meaning = { -import-script-refuses }
    .todo = { -request-server-authentication }

## authority_stands_behind: $why is one of the reasons below.

authority_stands_behind-public = Es ist von einer öffentlichen CA. { $why }
authority_stands_behind-private = Es ist von einer privaten CA. { $why } On-Premises-Sites behalten ihr Vertrauen, wenn sie diese Root kennen.
authority_stands_behind-nobody = { $why }
    .meaning = On-Premises-Sites merken sich ein selbstsigniertes Zertifikat einzeln: Jede von ihnen muss ihre Kopplung reparieren.
    .todo = Verwenden Sie ein Zertifikat einer CA oder sagen Sie es den On-Premises-Sites vorher.
authority_stands_behind-unknown = { $why }
    .meaning = Ob On-Premises-Sites ihr Vertrauen behalten, lässt sich nicht sagen.
    .todo = Fügen Sie das Zertifikat des Ausstellers hinzu: in derselben Datei oder in einer weiteren dazu.

issuance-public = Eine Kette führt über { $through } zu einer öffentlichen Root.
issuance-private = Eine Kette führt über { $through } zu einer Root, die nicht öffentlich ist.
issuance-self_signed = Es hat sich selbst signiert; keine CA steht dahinter.
issuance-not_found = Der Aussteller { $issuer } ist weder in der Datei noch unter den bekannten Roots.
issuance-not_held = Die Kette zu { $issuer } besteht die Prüfung nicht: { $why }.

# Why a path does not hold, as the end of a sentence that begins with the path.
path-expired = eines ihrer Zertifikate ist abgelaufen
path-not_valid_yet = eines ihrer Zertifikate ist noch nicht gültig
path-authority = das Zertifikat ist das einer CA selbst
path-no_authority = einer ihrer Aussteller ist keine CA
path-too_long = sie ist länger, als einer ihrer Aussteller erlaubt
path-false_signature = eine Signatur darin ist falsch oder hier nicht prüfbar
path-no_top = ihre Zertifikate führen nicht bis zu ihrer Spitze
path-version_1 = eines ihrer Zertifikate hat die X.509-Version 1, die nicht sagt, wofür es verwendet werden darf
path-names = einer ihrer Aussteller darf nicht für diese Namen signieren
path-other_uses = eines ihrer Zertifikate ist für andere Verwendungen
path-critical = eines ihrer Zertifikate hat eine kritische Erweiterung, die hier nicht verstanden wird
path-too_many = sie hat mehr Aussteller, als hier verfolgt werden
path-serial = eine ihrer Seriennummern ist fehlerhaft
path-extensions = eines ihrer Zertifikate hat fehlerhafte Erweiterungen
path-two_algorithms = eines ihrer Zertifikate nennt zwei verschiedene Signaturalgorithmen
path-algorithm = sie verwendet einen Algorithmus, der hier nicht prüfbar ist
path-malformed = eines ihrer Zertifikate ist fehlerhaft aufgebaut

## chain_is_complete: $missing is an issuer.

-may-not-find-a-root = Wer die Kette prüft, wie eine On-Premises-Site ab 4.3, findet vielleicht keinen Weg zu einer Root.
-add-the-issuer = Fügen Sie das Zertifikat des Ausstellers hinzu: in derselben Datei oder in einer weiteren dazu.

chain_is_complete-not_needed = Es braucht keine Kette: Es hat sich selbst signiert.
chain_is_complete-kept = { $issuers ->
    [one] Sein Aussteller ist in der Datei.
   *[other] Alle { $issuers } Aussteller bis zur Root sind in der Datei.
  }
chain_is_complete-root_known = Die Kette führt zu einer bekannten Root, die nicht in der Datei sein muss.
chain_is_complete-but_the_root = Die Aussteller bis { $highest } sind in der Datei. { $missing } fehlt, und die Appliance braucht diesen Aussteller nicht.
chain_is_complete-missing = Der Aussteller { $missing } fehlt.
    .meaning = { -may-not-find-a-root }
    .todo = { -add-the-issuer }
chain_is_complete-namesake = Der Aussteller { $missing } fehlt. Einer desselben Namens ist in der Datei; dessen Schlüssel hat das hier nicht signiert.
    .meaning = { -may-not-find-a-root }
    .todo = { -add-the-issuer }

missing-issuer = { $issuer }
missing-issuer_with_key = { $issuer } (Schlüssel-ID { $key })

## chain_is_valid_now

-verifiers-refuse = Wer die Kette prüft, lehnt das Zertifikat ab.

chain_is_valid_now-kept = Jeder Aussteller ist jetzt gültig, und so lange wie das Zertifikat.
chain_is_valid_now-root_is_not = { $issuer } ist von { $from } bis { $until } gültig, { $clock ->
    [site] nach der Uhr der Site also jetzt nicht
   *[here] also jetzt nicht
  }.
    .meaning = { -verifiers-refuse }
    .todo = Fragen Sie die CA, ob ihre Root erneuert wurde, und fügen Sie die jetzige hinzu.
chain_is_valid_now-issuer_is_not = { $issuer } ist von { $from } bis { $until } gültig, { $clock ->
    [site] nach der Uhr der Site also jetzt nicht
   *[here] also jetzt nicht
  }.
    .meaning = { -verifiers-refuse }
    .todo = Bitten Sie die CA um ihr jetziges Zwischenzertifikat.
chain_is_valid_now-ends_first = { $issuer } endet am { $until }, vor dem Zertifikat.
    .meaning = Wer die Kette prüft, lehnt das Zertifikat von da an ab.
    .todo = Bitten Sie die CA um ihr erneuertes Zwischenzertifikat, oder ersetzen Sie beide vor diesem Tag.

## chain_keys_are_strong

-weak-keys-are-refused = Browser und OpenSSL, wie Systeme es einrichten, lehnen RSA-Schlüssel unter 2048 Bit ab, Java solche unter 1024; DSA und seltene Kurven kennen nur manche Programme.
-ask-for-strong-keys = Bitten Sie die CA um eine Kette mit RSA-Schlüsseln ab 2048 Bit, P-256 oder P-384.

chain_keys_are_strong-kept = Der Schlüssel jedes Ausstellers ist stark genug.
chain_keys_are_strong-weak = { $issuer } hat einen schwachen Schlüssel: { $key }.
    .meaning = { -weak-keys-are-refused }
    .todo = { -ask-for-strong-keys }
chain_keys_are_strong-rare = { $issuer } hat einen Schlüssel, den wenige Programme prüfen: { $key }.
    .meaning = { -weak-keys-are-refused }
    .todo = { -ask-for-strong-keys }

## chain_verifies

-ask-for-what-belongs = Bitten Sie die CA um die Zertifikate, die zu diesem gehören.
-may-be-right = Es kann trotzdem richtig sein; Reseal kann es nicht sagen.

chain_verifies-kept = Jede Signatur bis zur Spitze der Kette ist echt.
chain_verifies-false_signature_on = Die Signatur von { $issuer } für { $signed } ist falsch.
    .meaning = Das Zertifikat wurde verändert, nachdem es signiert war, oder unterwegs beschädigt. Wer es prüft, lehnt es ab.
    .todo = Holen oder exportieren Sie es neu und vergleichen Sie seinen Thumbprint mit dem, was die CA sagt.
chain_verifies-no_authority = { $issuer } ist keine CA: Basic Constraints sagen nicht, dass Zertifikate ausgestellt werden dürfen.
    .meaning = { -verifiers-refuse }
    .todo = { -ask-for-what-belongs }
chain_verifies-may_not_sign = { $issuer } darf keine Zertifikate signieren: Die Schlüsselverwendung erlaubt es nicht.
    .meaning = { -verifiers-refuse }
    .todo = { -ask-for-what-belongs }
chain_verifies-false_signature = Eine Signatur in der Kette ist falsch.
    .meaning = { -verifiers-refuse }
    .todo = { -ask-for-what-belongs }
chain_verifies-broken = Die Kette besteht die Prüfung nicht: { $why }.
    .meaning = { -verifiers-refuse }
    .todo = { -ask-for-what-belongs }
chain_verifies-other_spelling = Ein Aussteller ist anders geschrieben, als er sich selbst schreibt, etwa mit anderer Großschreibung oder einer anderen Art von Zeichenkette.
    .meaning = Java und OpenSSL sehen darin einen Namen; Go und andere vergleichen die Bytes und lehnen die Kette ab.
    .todo = Bitten Sie die CA um ein Zertifikat, das seinen Aussteller Byte für Byte nennt.
chain_verifies-critical_policies = Ein Zertifikat der Kette hat Policies, die befolgt werden müssen, was hier nicht geschieht.
    .meaning = Java und OpenSSL befolgen sie. Es kann richtig sein; Reseal kann es nicht sagen.
    .todo = Prüfen Sie es mit openssl verify -policy_check.
chain_verifies-too_long = Die Kette ist lang: { path-too_many }.
    .meaning = Java und OpenSSL verfolgen längere Ketten; andere lehnen sie ab. Reseal kann nicht sagen, ob sie richtig ist.
    .todo = Prüfen Sie sie mit openssl verify oder bitten Sie die CA um eine kürzere Kette.
chain_verifies-precertificate = { $name } (Seriennummer { $serial }) ist ein Precertificate aus einem Transparency-Log, nicht das Zertifikat: Die kritische Erweiterung { $extension } kennzeichnet es.
    .meaning = Jeder Client lehnt ein Precertificate ab.
    .todo = Holen Sie sich das Zertifikat selbst: von der CA oder aus dem anderen Eintrag des Logs mit derselben Seriennummer.
chain_verifies-unknown_critical_extension = { $name } hat die kritische Erweiterung { $extension }, die verstanden werden muss und es nicht wird.
    .meaning = Wer sie nicht versteht, wie Java und OpenSSL, lehnt das Zertifikat ab.
    .todo = Bitten Sie die CA um ein Zertifikat, in dem diese Erweiterung nicht kritisch ist oder fehlt.
chain_verifies-issuer_for_other_uses = { $issuer } darf Zertifikate nur für andere Verwendungen ausstellen: Serverauthentifizierung ist nicht darunter.
    .meaning = OpenSSL und Browser lehnen es für einen Server ab; Java sieht nicht hin.
    .todo = Bitten Sie die CA um ein Zertifikat von einem Aussteller, der für Server gedacht ist.
chain_verifies-another_key_named = { $signed } nennt einen anderen Schlüssel als den von { $issuer }, von dem die Signatur stammt.
    .meaning = OpenSSL und GnuTLS richten sich nach dem genannten Schlüssel und finden den Aussteller nicht; Java findet ihn.
    .todo = Bitten Sie die CA um das jetzige Zertifikat des Ausstellers oder um ein neues für diesen Server.
chain_verifies-an_algorithm_not_verifiable = Die Kette verwendet einen Algorithmus, der hier nicht prüfbar ist.
    .meaning = { -may-be-right }
    .todo = Prüfen Sie sie mit openssl verify, oder verwenden Sie eine Kette mit RSA-, P-256- oder P-384-Schlüsseln und SHA-256.
chain_verifies-not_verifiable = { $signed } ist mit { $signature } und einem Schlüssel ({ $key }) signiert, was hier nicht prüfbar ist.
    .meaning = { -may-be-right }
    .todo = Prüfen Sie es mit openssl verify, oder verwenden Sie eine Kette mit RSA-, P-256- oder P-384-Schlüsseln und SHA-256.

## is_its_own

is_its_own-kept = Kein anderer Dienst dieser Site verwendet es.
is_its_own-shared = Der { $service } dieser Site verwendet dasselbe Zertifikat.
    .meaning = Jeder Dienst braucht ein eigenes Zertifikat.
    .todo = Beantragen Sie ein anderes Zertifikat für den Cloud Service.

## is_newer

is_newer-kept = Es ist jünger als das verwendete Zertifikat.
is_newer-older = Es ist älter als das verwendete Zertifikat: { $begins } gegenüber { $since }.
    .meaning = Vielleicht ist es das vorige Zertifikat, versehentlich gewählt.
    .todo = Vergleichen Sie die beiden, bevor Sie weitermachen.

## is_no_authority

is_no_authority-kept = Es ist das Zertifikat eines Servers.
is_no_authority-self_signed = Es hat sich selbst signiert und trägt das Kennzeichen einer CA, wie openssl req -x509 es erzeugt.
    .meaning = Wer sich das Zertifikat einzeln merkt, stört sich nicht daran. Firefox und andere, die auf das Kennzeichen achten, lehnen es für einen Server ab.
    .todo = Erstellen Sie es mit basicConstraints=CA:FALSE oder lassen Sie die Appliance ein selbstsigniertes erzeugen.
is_no_authority-authority = Es ist das Zertifikat einer CA.
    .meaning = Clients lehnen es für einen Server ab.
    .todo = Wählen Sie das Zertifikat, das die CA für die Appliance ausgestellt hat, mit seinem Schlüssel.
is_no_authority-authority_with_key = Es ist das Zertifikat einer CA, und ihr privater Schlüssel ist in dieser Datei.
    .meaning = Wer diese Datei bekommt, kann Zertifikate für jeden Namen ausstellen. Clients lehnen es für einen Server ab.
    .todo = Halten Sie diese Datei von der Appliance fern. Wählen Sie das Zertifikat, das die CA für sie ausgestellt hat.

## is_not_in_use

is_not_in_use-kept = Es ist ein anderes Zertifikat als das verwendete.
is_not_in_use-in_use = Es ist das Zertifikat, das der Cloud Service schon verwendet.
    .meaning = Es noch einmal zu importieren, ändert nichts und startet den Dienst neu.
    .todo = Wählen Sie das neue Zertifikat. Wenn das hier das neue ist, sehen Sie nach, wer ihm vertraut: Vielleicht müssen die Kopplungen noch repariert werden.

## java_opens_it: $reasons are those below.

-make-it-anew = Erstellen Sie daraus die Datei für die Appliance (auf der Kommandozeile: --write).

java_opens_it-kept = Ein aktuelles Java öffnet die Datei, wie sie ist.
java_opens_it-refused = Java kann die Datei so, wie sie ist, nicht verwenden: { $reasons }.
    .meaning = Die Appliance, ein Java-Programm, lehnt die Datei ab oder findet darin keinen Schlüssel oder ein anderes Zertifikat, und meldet oft ein falsches Passwort. Am Passwort liegt es nicht.
    .todo = { -make-it-anew }
java_opens_it-another_kind = Gegeben: { $format }. Die Appliance nimmt genau einen PKCS#12-Keystore.
    .meaning = So lässt es sich nicht importieren.
    .todo = { -make-it-anew }

java-checksum = ihre Prüfsumme ist { $kind }
java-encryption = sie ist mit { $kind } verschlüsselt
java-rounds = sie verlangt { $rounds } Runden Schlüsselableitung
java-redundant_length = Längenangaben darin haben mehr Bytes als nötig
java-open_key = ihr privater Schlüssel ist nicht verschlüsselt
java-short_salt = ein Salt darin hat weniger als acht Bytes
java-version = sie hat nicht die Version 3
java-bag = ein Teil davon ist für Java unlesbar („{ $why }“)
java-two_passwords = ihr Schlüssel hat ein anderes Passwort als die Datei
java-no_key = ihr privater Schlüssel ist in einem Teil innerhalb eines Teils
java-no_certificate = weder eine local key id noch ein Name verbindet ihren privaten Schlüssel mit ihrem Zertifikat
java-serves_another = nach local key id, Namen und Reihenfolge verweist ihr Schlüssel auf { $other }, gültig bis { $other_until }, und nicht auf { $leaf }, gültig bis { $leaf_until }
java-refuses = Java lehnt { $certificate } darin ab

format-pkcs12 = PKCS#12-Keystore
format-java = Java-Keystore
format-pem = PEM-Text
format-certificate = DER-Zertifikat
format-private_key = privater DER-Schlüssel
format-pkcs7 = PKCS#7-Zertifikate
format-serialized_store = Microsoft-Zertifikatspeicher
format-several = mehrere Dateien
format-made_here = von Reseal erstellt

certificate-with_serial = das Zertifikat mit der Seriennummer { $serial }
certificate-called = { $subject }

## java_reads_the_certificates: $part is one of those below, $why what is wrong with it.

-would-not-come-back = Die Appliance, ein Java-Programm, kann keinen Keystore mit diesem Zertifikat öffnen und meldet ein falsches Passwort. Der Cloud Service käme nicht zurück.

java_reads_the_certificates-kept = Java liest das Zertifikat und was darüber steht.
java_reads_the_certificates-issuer = Java lehnt { $certificate } ab, und zwar { $part } („{ $why }“).
    .meaning = { -would-not-come-back }
    .todo = Bitten Sie die CA um ein anderes Zertifikat dieses Ausstellers oder um eines von einem anderen Aussteller.
java_reads_the_certificates-critical_extension = Java lehnt { $certificate } ab, und zwar { $part } („{ $why }“).
    .meaning = { -would-not-come-back }
    .todo = Beantragen Sie es neu und sagen Sie der CA, dass diese Erweiterung fehlerhaft ist: Sie muss richtig aufgebaut oder nicht kritisch sein.
java_reads_the_certificates-subject = Java lehnt { $certificate } ab, und zwar { $part } („{ $why }“).
    .meaning = { -would-not-come-back }
    .todo = Beantragen Sie es neu mit einem Common Name im Subject oder mit kritischen alternativen Namen.
java_reads_the_certificates-malformed = Java lehnt { $certificate } ab, und zwar { $part } („{ $why }“).
    .meaning = { -would-not-come-back }
    .todo = Beantragen Sie es neu und sagen Sie der CA, was fehlerhaft ist.

part-structure = seinen Aufbau
part-version = seine Version
part-serial = seine Seriennummer
part-signature = seine Signatur
part-issuer = den Namen seines Ausstellers
part-validity = seine Gültigkeit
part-subject = sein Subject
part-key = seinen öffentlichen Schlüssel
part-extensions = seine Erweiterungen
part-extension = seine Erweiterung { $name }
part-critical_extension = seine kritische Erweiterung { $name }

## keeps_client_authentication

keeps_client_authentication-kept = Es erlaubt Clientauthentifizierung, wo auch das verwendete sie erlaubt.
keeps_client_authentication-lost = Das verwendete Zertifikat ist auch für Clientauthentifizierung, dieses nicht.
    .meaning = Ob das Produkt das braucht, ist nicht bekannt: Seine Dokumente nennen nur Serverauthentifizierung. Sites treten einander auch als Clients gegenüber.
    .todo = Um sicherzugehen, beantragen Sie es mit beiden Verwendungen, Server Authentication und Client Authentication.

## key_is_rsa

-request-rsa = Beantragen Sie ein Zertifikat mit einem RSA-Schlüssel von 2048, 3072 oder 4096 Bit.

key_is_rsa-kept = Der Schlüssel ist { $key }.
key_is_rsa-weak = Der Schlüssel ist { $key }.
    .meaning = Das Produkt nimmt RSA-Schlüssel ab 2048 Bit.
    .todo = { -request-rsa }
key_is_rsa-ed25519 = Der Schlüssel ist { $key }.
    .meaning = Der Text des Herstellers kennt nur RSA-Schlüssel; Java 8 und 11 können Ed25519 nicht einmal laden.
    .todo = { -request-rsa }
key_is_rsa-another = Der Schlüssel ist { $key }.
    .meaning = Der Text des Herstellers kennt nur RSA-Schlüssel.
    .todo = { -request-rsa }

## key_matches

key_matches-kept = Der private Schlüssel gehört zum Zertifikat.
key_matches-foreign = Der private Schlüssel gehört zu keinem der Zertifikate.
    .meaning = Java lädt eine solche Datei klaglos; der Server kann sich dann niemandem ausweisen.
    .todo = Wählen Sie den Schlüssel, der mit dem Antrag für dieses Zertifikat erstellt wurde.

## key_usage_fits

key_usage_fits-not_restricted = Es beschränkt nicht, wofür der Schlüssel verwendet wird.
key_usage_fits-kept = Der Schlüssel darf Handshakes signieren.
key_usage_fits-no_signatures = Seine Schlüsselverwendung erlaubt keine digitalen Signaturen.
    .meaning = Mit TLS 1.3 und fast überall in TLS 1.2 signiert der Server den Handshake.
    .todo = Beantragen Sie es neu mit den Schlüsselverwendungen Digital Signature und Key Encipherment.

## lasts

-again-soon = Es muss bald wieder ersetzt und jede gekoppelte Site wieder repariert werden.

lasts-kept = Noch { $left ->
    [one] { $left } Tag
   *[other] { $left } Tage
  }; ersetzen Sie es bis { $due }.
lasts-kept_and_the_next = Noch { $left ->
    [one] { $left } Tag
   *[other] { $left } Tage
  }; ersetzen Sie es bis { $due }. Das nächste darf höchstens { $next_days } Tage gelten und ist bis { $next_due } zu ersetzen.
lasts-ends_soon = Nur noch { $left ->
    [one] { $left } Tag
   *[other] { $left } Tage
  }, bis { $until }.
    .meaning = { -again-soon }
    .todo = Bitten Sie um ein länger gültiges.
lasts-ends_soon_and_limited = Nur noch { $left ->
    [one] { $left } Tag
   *[other] { $left } Tage
  }, bis { $until }.
    .meaning = { -again-soon }
    .todo = Bitten Sie um ein länger gültiges. Eine öffentliche CA stellt jetzt für höchstens { $most } Tage aus, ab 15.03.2027 für 100 Tage und ab 15.03.2029 für 47 Tage.

## lifetime_is_accepted

lifetime_is_accepted-kept = Es wurde für { $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
  } ausgestellt.
lifetime_is_accepted-ends_before_it_begins = Es endet, bevor es beginnt: Es ist von { $from } bis { $until } gültig.
    .meaning = Es war nie gültig, und niemand akzeptiert es.
    .todo = Beantragen Sie es neu und sagen Sie es der CA.
lifetime_is_accepted-too_long = Es wurde am { $issued } für { $days } Tage ausgestellt; Clients akzeptieren bei dieser Art von CA { $allowed }.
    .meaning = Die Appliance nimmt es, aber Browser und Apples Systeme lehnen es ab.
    .todo = Beantragen Sie es neu für kürzere Zeit.

## names_are_permitted

names_are_permitted-kept = Kein Aussteller beschränkt diese Namen.
names_are_permitted-excluded = { $issuer } darf nicht für { $name } signieren: Name Constraints schließen das aus.
    .meaning = { -verifiers-refuse }
    .todo = Beantragen Sie ein Zertifikat ohne diesen Namen oder von einer CA, die dafür signieren darf.

## names_are_well_formed

names_are_well_formed-kept = Alle seine Namen sind richtig geschrieben.
names_are_well_formed-two_lists = Seine alternativen Namen stehen in mehr als einer Erweiterung.
    .meaning = Ein Zertifikat darf eine haben. Manche Clients lehnen es ab, andere sehen nur einen Teil der Namen.
    .todo = Beantragen Sie es neu und sagen Sie es der CA.
names_are_well_formed-malformed = Diese Namen sind fehlerhaft: { $names }.
    .meaning = Clients übergehen einen solchen Namen, und manche lehnen das ganze Zertifikat ab.
    .todo = Beantragen Sie es neu ohne sie: Buchstaben, Ziffern und Bindestriche, ein * als ganzer erster Teil.
names_are_well_formed-meant = Diese Namen sind fehlerhaft: { $names }.
    .meaning = Clients übergehen einen solchen Namen, und manche lehnen das ganze Zertifikat ab.
    .todo = Beantragen Sie es neu mit { $wanted }.

wanted-address = einem IP-Eintrag für { $address } an seiner Stelle
wanted-host = dem bloßen Hostnamen { $host }

## names_cover

names_cover-kept = Es gilt für { $names }.
names_cover-no_names = Es hat keine Hostnamen unter seinen alternativen Namen (SAN).
    .meaning = Clients, die Namen prüfen, sehen nur die alternativen Namen an und lehnen es ab.
    .todo = Beantragen Sie es neu mit dem öffentlichen Endpunkt als alternativem Namen.
names_cover-none_accepted = Clients akzeptieren keinen seiner Namen: { $names }.
    .meaning = Clients, die Namen prüfen, finden darin keinen und lehnen es ab.
    .todo = Beantragen Sie es neu für den bloßen Hostnamen des öffentlichen Endpunkts; eine Adresse braucht einen IP-Eintrag.
names_cover-missing = Es gilt nicht für { $missing }. Es gilt für { $names }.
    .meaning = Gekoppelte Sites vergleichen Thumbprints und stören sich nicht daran. On-Premises-Sites, die die Kette prüfen, Browser und Skripte vergleichen Namen und lehnen es ab.
    .todo = Beantragen Sie ein Zertifikat auch für { $missing }.

names-more = { $more ->
    [one] { $more } weiteren
   *[other] { $more } weitere
  }

## nothing_is_superfluous: $left_out are those below.

nothing_is_superfluous-kept = Alles in der Datei gehört zu diesem Zertifikat.
nothing_is_superfluous-twice = Weggelassen: { $left_out }.
    .meaning = Das gehört zur Kette, und das Produkt verlangt jedes Zertifikat einmal.
    .todo = Nichts: Es ist einmal in der Kette, das genügt.
nothing_is_superfluous-left_out = Weggelassen: { $left_out }.
    .meaning = Das gehört nicht zur Kette dieses Zertifikats, und das Produkt verlangt sonst nichts.
    .todo = Nichts, wenn Ihnen in der Kette nichts fehlt.

left_out-duplicates = { $count ->
    [one] ein doppelt vorhandenes Zertifikat
   *[other] { $count } mehrfach vorhandene Zertifikate
  }
left_out-keys = { $count ->
    [one] ein anderer privater Schlüssel
   *[other] { $count } andere private Schlüssel
  }
certificate-by_dates = { $subject } (gültig von { $from } bis { $until })
certificate-by_serial = { $subject } (gültig von { $from } bis { $until }, Seriennummer { $serial })

## one_entry

one_entry-kept = Es gibt einen Eintrag.
one_entry-with_chain = Es gibt einen Eintrag, mit seiner Kette darin.
one_entry-several = Die Datei enthält { $entries } Einträge; das Produkt nimmt genau einen.
    .meaning = So importiert, würde die Datei abgelehnt oder ein anderer Eintrag verwendet, als Sie denken.
    .todo = { -make-it-anew }
one_entry-several_written_anew = Die Datei enthält { $entries } Einträge; das Produkt nimmt genau einen.
    .meaning = So importiert, würde die Datei abgelehnt oder ein anderer Eintrag verwendet, als Sie denken.
    .todo = Nichts: Reseal schreibt eine neue Datei mit diesem einen Eintrag und importiert sie.

## password_is_ascii

password_is_ascii-kept = Das Passwort ist reines ASCII.
password_is_ascii-not_ascii = Das Passwort enthält Zeichen außerhalb von ASCII.
    .meaning = Java lehnt ein solches Passwort ab und meldet es als falsch, und der Header, der es zur Appliance bringt, kann es nicht aufnehmen.
    .todo = { -make-it-anew }
password_is_ascii-empty = Das Passwort ist leer.
    .meaning = Jeder kann die Datei öffnen, und die Appliance verlangt vielleicht ein Passwort dazu.
    .todo = { -make-it-anew }
password_is_ascii-outer_blank = Das Passwort beginnt oder endet mit einem Leerzeichen.
    .meaning = Der Header, der es zur Appliance bringt, verliert das Leerzeichen.
    .todo = { -make-it-anew }

## signatures_are_modern

-no-sha1 = Das Produkt nimmt keine Signaturen mit SHA-1 oder MD5, und nichts, was Ketten prüft, nimmt sie.
-unknown-strength = Ob er stark ist, lässt sich nicht sagen, und wer ihn nicht kennt, lehnt das Zertifikat ab.
-ask-which-algorithm = Fragen Sie die CA, welcher Algorithmus das ist, oder bitten Sie um ein mit SHA-256 signiertes Zertifikat.

signatures_are_modern-kept = Das Zertifikat ist mit { $signature } signiert.
signatures_are_modern-broken = Das Zertifikat ist mit { $signature } signiert.
    .meaning = { -no-sha1 }
    .todo = Beantragen Sie es neu bei einer CA, die mit SHA-256 oder besser signiert.
signatures_are_modern-broken_issuer = { $issuer } ist mit { $signature } signiert.
    .meaning = { -no-sha1 }
    .todo = Bitten Sie die CA um ihr jetziges Zwischenzertifikat.
signatures_are_modern-unknown = Das Zertifikat ist mit { $signature } signiert. Dieser Algorithmus ist hier nicht bekannt.
    .meaning = { -unknown-strength }
    .todo = { -ask-which-algorithm }
signatures_are_modern-unknown_issuer = { $issuer } ist mit { $signature } signiert. Dieser Algorithmus ist hier nicht bekannt.
    .meaning = { -unknown-strength }
    .todo = { -ask-which-algorithm }

## wildcard_is_not_shared

wildcard_is_not_shared-kept = Es ist kein Wildcard-Zertifikat.
wildcard_is_not_shared-alone = Es ist ein Wildcard-Zertifikat für { $name }, und kein anderer Dienst dieser Site verwendet es.
wildcard_is_not_shared-wildcard = Es ist ein Wildcard-Zertifikat für { $name }.
    .meaning = Der Hersteller erlaubt das nur für den Cloud Service und nie mit einem anderen Dienst zusammen.
    .todo = Stellen Sie sicher, dass kein anderer Dienst der Site dieses Zertifikat verwendet.

## is_valid_now

is_valid_now-kept = Es ist bis { $until } gültig.
is_valid_now-by_both_clocks = Es ist bis { $until } gültig, nach der Uhr dieses Computers und der der Site.
is_valid_now-not_yet = Es ist erst ab { $from } gültig.
    .meaning = Bis dahin würde jede Verbindung zum Cloud Service abgelehnt.
    .todo = Warten Sie bis dahin. Ist dieser Zeitpunkt bei Ihnen schon vorbei, stellen Sie die Uhr dieses Computers.
is_valid_now-expired = Es ist am { $until } abgelaufen.
    .meaning = Clients, die auf die Daten achten, lehnen es ab.
    .todo = Wählen Sie das erneuerte Zertifikat oder beantragen Sie eines.
is_valid_now-disputed = { $valid_by ->
    [site] Es ist nach der Uhr der Site gültig, nicht nach der dieses Computers
   *[here] Es ist nach der Uhr dieses Computers gültig, nicht nach der der Site
  }: von { $from } bis { $until }. Die Uhr der Site ging { $skew } { $direction ->
    [slow] nach
   *[fast] vor
  }, als sie zuletzt gelesen wurde.
    .meaning = Wer der anderen Uhr glaubt, lehnt das Zertifikat ab.
    .todo = Stellen Sie zuerst beide Uhren; eine Appliance holt ihre Zeit von NTP.

### Two certificates side by side

aspect-names = Namen
aspect-valid_until = Gültig bis
aspect-valid_from = Gültig ab
aspect-issuer = Aussteller
aspect-subject = Subject
aspect-key = Schlüssel
aspect-uses = Verwendungen
aspect-key_usage = Schlüsselverwendung
aspect-authority = CA
aspect-signature = Signatur
aspect-serial = Seriennummer
aspect-thumbprint = Thumbprint

value-none = keine
value-yes = ja
value-no = nein

relation-one_and_the_same = Es ist ein und dasselbe Zertifikat.
relation-same_key = Es sind zwei Zertifikate für denselben Schlüssel.
relation-two_keys = Es sind zwei Zertifikate, jedes mit eigenem Schlüssel.

difference-lost = Weggefallen: { $values }.
difference-added = Hinzugekommen: { $values }.
difference-values = { $told }
difference-earlier = { $by } früher.
difference-later = { $by } später.
difference-another_key_of_issuer = Derselbe Name, aber ein anderer Schlüssel des Ausstellers.
difference-first_self_signed = Das erste hat sich selbst signiert.
difference-second_self_signed = Das zweite hat sich selbst signiert.
difference-same_key = Derselbe Schlüssel.
difference-another_key = Ein anderer Schlüssel.
