### What Reseal keeps on this computer: saved sites, requests, the keyring.

## The state folder

state-newer = { $path } hat Version { $found }; dieses Programm kennt Version { $known }.
    .meaning = Ein neueres Reseal hat diese Datei geschrieben, deshalb bleibt sie, wie sie ist, und es wird nichts gespeichert.
    .todo = Verwenden Sie das neuere Reseal oder starten Sie dieses mit --state auf einem anderen Ordner.
state-damaged = { $path } ist beschädigt, und die vorige Fassung ebenso.
    .meaning = Die Datei bleibt, wie sie ist. Keine Site ist betroffen: Sie enthält nur Reseals eigene Notizen.
    .todo = Verschieben Sie die Datei und ihre vorige Fassung an einen anderen Ort und starten Sie Reseal neu, oder stellen Sie sie aus einer Sicherung wieder her.
state-disk_full = { $path } konnte nicht geschrieben werden.
    .meaning = Der Datenträger ist voll. Was vorher gespeichert wurde, ist noch da, die letzte Änderung nicht.
    .todo = Schaffen Sie Platz auf dem Datenträger des Statusordners und versuchen Sie es erneut.
state-file = { $path } konnte nicht gelesen werden.
    .meaning = Was vorher gespeichert wurde, ist noch da, die letzte Änderung nicht.
    .todo = Prüfen Sie, ob der Statusordner da ist, Ihnen gehört und beschreibbar ist, dann versuchen Sie es erneut.
state-not_written = { $path } konnte nicht geschrieben werden.
    .meaning = { state-file.meaning }
    .todo = { state-file.todo }

## Saved sites

# $cause is one of the reasons above.
sites-file = Die Liste der gespeicherten Sites konnte nicht verwendet werden. { $cause }
    .meaning = { $cause }
    .todo = { $cause }
sites-not_saved = Es ist keine Site mit der Kennung { $id } gespeichert.
    .meaning = Wahrscheinlich wurde sie in einem anderen Fenster vergessen. An keiner Site wurde etwas geändert.
    .todo = Gehen Sie zurück zu „Sites“ und fügen Sie sie wieder hinzu, wenn sie noch gebraucht wird.
sites-already_saved = { $address } ist schon als { $name } gespeichert.
    .meaning = Es wurde nichts geändert: Die gespeicherte Site behält ihr Zertifikat und ihr Konto.
    .todo = Öffnen Sie die gespeicherte Site, oder vergessen Sie sie zuerst, wenn sie neu hinzugefügt werden soll.

## The keyring

-do-not-remember = „Nicht speichern“

keyring-unavailable = Auf diesem Computer antwortet kein Schlüsselbund.
    .meaning = Das Passwort wurde nirgends gespeichert. Alles andere funktioniert.
    .todo = Wählen Sie { -do-not-remember }; das Passwort wird dann abgefragt, wenn es gebraucht wird.
keyring-locked = Der Schlüsselbund dieses Computers ist gesperrt.
    .meaning = Daraus wurde nichts gelesen und nichts darin gespeichert.
    .todo = Entsperren Sie den Schlüsselbund und versuchen Sie es erneut, oder wählen Sie { -do-not-remember }.
keyring-refused = Der Schlüsselbund hat abgelehnt.
    .meaning = Er hat geantwortet, aber nicht getan, worum er gebeten wurde.
    .todo = Versuchen Sie es erneut, oder wählen Sie { -do-not-remember }.
keyring-unreadable = Der Schlüsselbund enthält etwas, das Reseal nicht geschrieben hat.
    .meaning = { keyring-refused.meaning }
    .todo = { keyring-refused.todo }
-not-handed-out = Ein Passwort wird nur für den Endpunkt und die Zertifikate herausgegeben, für die es angegeben wurde. Es wurde nicht verwendet.
-type-it-again = Vergewissern Sie sich, dass das die richtige Site ist, dann geben Sie ihr Passwort erneut ein.

keyring-not_for_this_site = Das Passwort wurde für { $given_for } angegeben, nicht für { $asked_for }.
    .meaning = { -not-handed-out }
    .todo = { -type-it-again }
keyring-other_certificate = Das Passwort wurde unter dem Zertifikat { $given_under } angegeben, an dem diese Site nicht erkannt wird.
    .meaning = { -not-handed-out }
    .todo = { -type-it-again }

## Requests for certificates

-nothing-kept = Weder Antrag noch Schlüssel wurden aufbewahrt.

requests-file = Die Liste der Anträge konnte nicht verwendet werden. { $cause }
    .meaning = { $cause }
    .todo = { $cause }
request-no_name = Der Antrag hat keinen Namen.
    .meaning = { -nothing-kept }
    .todo = Nennen Sie den Host, den Peers und Browser verwenden, und den, den Administratoren verwenden.
request-bad_name = { $name } ist kein Hostname.
    .meaning = { -nothing-kept }
    .todo = Verwenden Sie Buchstaben, Ziffern und Bindestriche, höchstens mit einem * als ganzem ersten Teil, oder eine IP-Adresse; schreiben Sie einen internationalen Namen in seiner Form mit xn--.
request-not_made = Der Antrag konnte nicht erstellt werden.
    .meaning = { -nothing-kept }
    .todo = Versuchen Sie es erneut; wenn es so bleibt, melden Sie es mit diesem Text.
request-no_keyring = Der Schlüssel des Antrags konnte nicht aufbewahrt werden.
    .meaning = Der Schlüssel eines Antrags wartet verschlüsselt, und was ihn entschlüsselt, wartet im Schlüsselbund dieses Computers. Der Schlüsselbund nimmt es nicht an, deshalb wurden weder Antrag noch Schlüssel aufbewahrt.
    .todo = Entsperren Sie den Schlüsselbund und versuchen Sie es erneut, oder schützen Sie den Schlüssel mit einem eigenen Passwort.
request-keyring = Der Schlüssel des Antrags kann jetzt nicht verwendet werden.
    .meaning = Der Schlüssel ist noch da, verschlüsselt; was ihn entschlüsselt, ist im Schlüsselbund dieses Computers, der es nicht herausgibt.
    .todo = Entsperren Sie den Schlüsselbund und versuchen Sie es erneut.
request-key_gone = Der Schlüsselbund dieses Computers hat nichts zum Antrag vom { $day } für { $name }.
    .meaning = Der Schlüssel dieses Antrags lässt sich nicht mehr entschlüsseln: Der Antrag wurde unter einem anderen Konto oder auf einem anderen Computer erstellt, oder der Schlüsselbund wurde geleert.
    .todo = Verwenden Sie das Konto, das ihn erstellt hat, oder erstellen Sie einen neuen Antrag und lassen Sie ihn signieren.
request-gone = Hier wartet kein Antrag { $id }.
    .meaning = Er wurde vergessen, hier oder in einem anderen Fenster. Es wurde nichts geändert.
    .todo = Sehen Sie sich die Liste der Anträge an.

## Missing issuers of a chain

-chain-stays = Die Kette bleibt, wie sie ist. Es wurde nichts an eine Site gesendet.
-ask-the-authority = Bitten Sie die CA um das Zertifikat des fehlenden Ausstellers und fügen Sie die Datei hinzu.
-use-a-browser = Öffnen Sie die Adresse mit einem Browser oder auf einer Maschine, die sie erreicht, und fügen Sie die Datei hinzu.

chain-issuer_not_found = Der fehlende Aussteller ist auch dort nicht.
    .meaning = { -chain-stays }
    .todo = { -ask-the-authority }
chain-no_address = Das Zertifikat nennt keine Adresse seines Ausstellers.
    .meaning = { -chain-stays }
    .todo = { -ask-the-authority }
chain-not_fetched = Der fehlende Aussteller konnte nicht von { $address } geholt werden. { $cause }
    .meaning = { -chain-stays }
    .todo = { $cause }

fetch-not_an_address = { $address } ist keine Adresse.
    .todo = { -ask-the-authority }
fetch-not_visited = { $address } wird nicht besucht: { $why }.
    .todo = { -ask-the-authority }
fetch-scheme = nur http und https werden besucht
fetch-user_name = sie enthält einen Benutzernamen
fetch-port = nur die Ports 80 und 443 werden besucht
fetch-not_found = Der Name { $host } lässt sich nicht auflösen.
    .todo = { -use-a-browser }
fetch-not_public = { $host } hat { $address }, keine öffentliche Adresse.
    .todo = Reseal besucht keine Adresse innerhalb eines Netzes, nur weil ein Zertifikat sie nennt. Wenn sie Ihrer CA gehört, laden Sie die Datei mit einem Browser herunter und ziehen Sie sie hierher.
fetch-unreachable = { $host } antwortet nicht.
    .todo = { -use-a-browser }
fetch-took_too_long = { $host } brauchte länger als { $limit }.
    .todo = { -use-a-browser }
fetch-refused = { $host } antwortet mit dem Status { $status }.
    .todo = { -use-a-browser }
fetch-too_large = Die Antwort von { $host } hat mehr als { $limit } Bytes.
    .todo = { -use-a-browser }
fetch-no_certificate = { $host } sendet kein Zertifikat.
    .todo = { -ask-the-authority }

## A password that was typed

password-not_kept = Das Passwort wurde nicht aufbewahrt, und an { $site } wurde nichts geändert. Es wurde nur einmal versucht, damit kein Konto gesperrt wird.
password-not_proven = Deshalb weiß noch niemand, ob das Passwort für { $site } stimmt. Es wird behalten, bis Reseal geschlossen wird, und kam nicht in den Schlüsselbund.
