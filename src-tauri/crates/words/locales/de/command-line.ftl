### The command line's own words.

## Where something is missing that the command line is given

arguments-nobody_signed_in = Mit diesem Passwort hat sich niemand angemeldet, und es wurde nichts geändert.
arguments-give_the_password = Geben Sie das Passwort mit --secrets-stdin an.
arguments-give_bundle = Geben Sie ihr Passwort mit --secrets-stdin als "bundle" an.
arguments-give_what_is_missing = Geben Sie das fehlende Passwort mit --secrets-stdin an, nennen Sie nur die gewünschten Dateien oder wählen Sie mit --entry NAME einen von mehreren Schlüsseln.
arguments-give_key = Geben Sie das Passwort des Schlüssels mit --secrets-stdin als "key" an, neben "bundle"; was aus der Datei wird, hat ein einziges Passwort.
arguments-give_bundle_and_key = Geben Sie mit --secrets-stdin das Passwort des Keystores als "bundle" an und dieses als "key".
arguments-give_request = Geben Sie das Passwort des Antrags mit --secrets-stdin als "request" an.
arguments-give_password_of_request = Entsperren Sie den Schlüsselbund oder geben Sie mit --secrets-stdin als "request" ein Passwort für den Schlüssel an.
arguments-join_entry = Wählen Sie den gemeinten: reseal-cli join FILE... --entry NAME --write OUT.
arguments-open_anyway = Öffnen Sie sie mit --open-anyway oder exportieren Sie sie neu mit weniger Runden.

request-stray_reply = { $says }
# $cause is why the site could not be looked at.
compare-neither_file_nor_site = { $address } ist hier keine Datei, und keine Site antwortet: { $cause }
    .meaning = { $cause }
    .todo = { $cause }

## What was typed

-nothing-done-at-any-site = An keiner Site ist etwas geschehen.
-see-help = Was es gibt, zeigt reseal-cli --help.

arguments-not_understood = Die Kommandozeile wurde nicht verstanden.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-no_verb = Es ist nicht angegeben, was zu tun ist.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-unknown_verb = „{ $verb }“ ist nichts, was reseal-cli tut.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-word = Ein Wort wird nicht verstanden.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-not_for_verb = { $flag } hat bei { $verb } keine Bedeutung.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-missing = Bei { $verb } fehlt: { $wanted }.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-too_many = { $verb } nimmt kein weiteres Wort „{ $word }“.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -see-help }
arguments-thumbprint = „{ $given }“ ist kein SHA-256-Thumbprint.
    .meaning = { -nothing-done-at-any-site }
    .todo = Geben Sie den SHA-256-Thumbprint an: 64 Ziffern, mit oder ohne Doppelpunkte.
arguments-answer = „{ $given }“ ist keine Antwort.
    .meaning = { -nothing-done-at-any-site }
    .todo = Schreiben Sie --answer QUESTION=ANSWER oder QUESTION=ANSWER=TYPED.
arguments-size = Ein Schlüssel von { $bits } Bit wird nicht angeboten.
    .meaning = { -nothing-done-at-any-site }
    .todo = Verwenden Sie 2048, 3072 oder 4096: Die Appliance nimmt RSA ab 2048 Bit.

## Secrets on standard input

-write-one-document = Schreiben Sie ein einziges JSON-Dokument auf die Standardeingabe: {"{"}"sites":{"{"}"ADDRESS":{"{"}"user":"root","password":"..."{"}"}{"}"},"bundle":"..."{"}"}

secrets-unreadable = Die Standardeingabe konnte nicht verwendet werden.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -write-one-document }
secrets-not_read = Die Standardeingabe konnte nicht gelesen werden.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -write-one-document }
secrets-too_long = Die Standardeingabe ist länger als { $limit } Bytes.
    .meaning = { -nothing-done-at-any-site }
    .todo = { -write-one-document }
secrets-not_understood = Die Standardeingabe ist nicht das erwartete JSON-Dokument (Zeile { $line }, Spalte { $column }).
    .meaning = { -nothing-done-at-any-site }
    .todo = { -write-one-document }
# $cause is what is wrong with the address.
secrets-address = Eine Site auf der Standardeingabe hat keine Adresse. { $cause }
    .meaning = { -nothing-done-at-any-site }
    .todo = { -write-one-document }

## A site that nobody vouched for, or that nobody can sign in at

site-unverified = Es ist nicht bekannt, welches Zertifikat { $address } zeigen muss.
    .meaning = Dorthin wurde kein Passwort gesendet, und es wurde nichts geändert.
    .todo = Geben Sie die Site als { $address }=SHA-256:... an, mit dem Thumbprint von der Konsole der Appliance oder aus vCenter.
site-password_needed = Für { $address } ist kein Passwort vorhanden.
    .meaning = Dort hat sich niemand angemeldet, und es wurde nichts geändert.
    .todo = Geben Sie es mit --secrets-stdin an oder speichern Sie es im Fenster von Reseal im Schlüsselbund.
