### Between this computer and an appliance. $site is the site's name, or its address before it has one.

-nothing-sent = Es wurde nichts gesendet.
-nothing-sent-there = Dorthin wurde nichts gesendet.
-nothing-changed-by-request = Diese Anfrage hat nichts geändert.
-looked-up-first = Bevor wieder etwas gesendet wird, wird nachgesehen, was aus der letzten Anfrage geworden ist.
-check-the-way = Prüfen Sie die Adresse, das Netzwerk und jede Firewall auf dem Weg, dann versuchen Sie es erneut.
-is-it-the-appliance = Prüfen Sie, ob die Adresse zu einer Appliance von VMware Cloud Director Availability gehört.

## An address that was typed

-give-an-address = Geben Sie den Hostnamen oder die IP-Adresse der Appliance an, mit Port, wenn es nicht 443 ist.

address-empty = Es wurde keine Adresse angegeben.
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-has_path = Die Adresse geht nach dem Host mit { $path } weiter.
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-not_https = Die Adresse beginnt mit { $scheme }, nicht mit https.
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-bad_port = { $port } ist kein Port.
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-bad_host = { $host } ist weder ein Hostname noch eine IP-Adresse.
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-zone = Die Adresse { $host } gilt nur auf einem Link eines einzelnen Computers: Das bedeuten das % und der Name dahinter.
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }
address-has_user = Die Adresse enthält einen Benutzernamen.
    .meaning = { -nothing-sent }
    .todo = { -give-an-address }

## The way to a site

site-name_not_found = Der Name von { $site } lässt sich nicht auflösen.
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-nobody_listens = { $site } ist da, aber auf dem Port antwortet nichts.
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-no_route = Im Netzwerk führt keine Route zu { $site }.
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-closed = { $site } schließt die Verbindung, bevor sie gesichert ist.
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-unreachable = { $site } ist nicht erreichbar.
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-timed_out = { $site } hat nicht rechtzeitig geantwortet.
    .meaning = { -looked-up-first }
    .todo = { -check-the-way }
site-connection_lost = Die Verbindung zu { $site } brach ab, bevor die Antwort vollständig war.
    .meaning = { -looked-up-first }
    .todo = { -check-the-way }
site-not_tls = Unter { $site } antwortet etwas, aber nicht mit TLS.
    .meaning = { -nothing-sent-there }
    .todo = Prüfen Sie den Port: Die Oberfläche der Appliance ist auf 443.
site-handshake = Der TLS-Handshake mit { $site } ist fehlgeschlagen.
    .meaning = { -nothing-sent-there }
    .todo = { -check-the-way }
site-unreadable_certificate = Das Zertifikat, das { $site } zeigt, ist nicht lesbar. Sein Thumbprint ist { $shown }.
    .meaning = { -nothing-sent-there }
    .todo = Prüfen Sie, ob die Adresse die der Appliance ist.
site-other_certificate = { $site } zeigt ein anderes Zertifikat als das bekannte: { $seen } statt { $expected }.
    .meaning = Die Verbindung wurde geschlossen, bevor etwas gesendet wurde: kein Passwort, keine Anfrage.
    .todo = Finden Sie heraus, ob das Zertifikat ersetzt wurde oder ob etwas zwischen diesem Computer und der Site steht. Prüfen Sie den neuen Thumbprint, bevor Sie ihn akzeptieren.

## Signing in

site-sign_in_refused = { $site } hat die Anmeldung abgelehnt.
    .meaning = Dort wurde nichts geändert. Es wurde nur einmal versucht, damit kein Konto gesperrt wird.
    .todo = Prüfen Sie Benutzer und Passwort. Dieselbe Antwort kommt, wenn Administratoren aus Ihrem Netz nicht zugelassen sind: Melden Sie sich dann von einer internen Adresse an oder lassen Sie Ihr Netz vorübergehend zu.
site-password_refused = { $site } hat dieses Passwort schon einmal abgelehnt, deshalb wurde es nicht noch einmal gesendet.
    .meaning = Dort wurde nichts geändert. Ein abgelehntes Passwort wird erst wieder gesendet, wenn es jemand neu eingegeben hat, damit kein Konto gesperrt wird.
    .todo = Geben Sie das Passwort der Site ein. Dieselbe Antwort kommt, wenn Administratoren aus Ihrem Netz nicht zugelassen sind: Melden Sie sich dann von einer internen Adresse an oder lassen Sie Ihr Netz vorübergehend zu, und geben Sie es erneut ein.
site-session_gone = { $site } hat die Sitzung beendet.
    .meaning = { -nothing-changed-by-request }
    .todo = Versuchen Sie es erneut; es wird eine neue Sitzung geöffnet.
site-session_given_up = Die Sitzung mit { $site } wurde aufgegeben, als das Zertifikat ersetzt wurde.
    .meaning = { -nothing-sent-there }
    .todo = Setzen Sie den Lauf fort: Er meldet sich neu an.
site-forbidden = Das Konto darf das bei { $site } nicht: { $call }.
    .meaning = { -nothing-changed-by-request }
    .todo = Melden Sie sich mit einem Konto an, das die Site verwalten darf.

## Requests and answers

site-refused = { $site } hat eine Anfrage abgelehnt: Auf { $call } kam der Status { $status }.
    .meaning = { -nothing-changed-by-request }
    .todo = Lesen Sie, was die Appliance selbst dazu sagt, und ihr Log; dann versuchen Sie es erneut.
site-not_ready = Die Dienste von { $site } sind nicht bereit.
    .meaning = { -nothing-changed-by-request }
    .todo = Warten Sie, bis sie laufen, dann versuchen Sie es erneut.
site-not_the_product = Was unter { $site } antwortet, ist nicht VMware Cloud Director Availability.
    .meaning = Dort wurde nichts geändert.
    .todo = Prüfen Sie Adresse und Port.
site-unreadable = Die Antwort von { $site } auf { $call } ist nicht, was erwartet wurde: { $expected }.
    .meaning = { -nothing-changed-by-request }
    .todo = { -is-it-the-appliance }
site-too_large = { $site } hat auf { $call } mit mehr als { $limit } Bytes geantwortet.
    .meaning = Die Antwort wurde verworfen.
    .todo = { -is-it-the-appliance }
site-password_not_ascii = Das Passwort enthält Zeichen, die sich der Appliance nicht übermitteln lassen.
    .meaning = An { $site } wurde nichts gesendet.
    .todo = Verwenden Sie ein Passwort aus druckbaren ASCII-Zeichen, das weder mit einem Leerzeichen beginnt noch damit endet.
site-strange_name = { $site } führt eine Site, nach deren Namen sich nicht fragen lässt.
    .meaning = { -nothing-sent-there }
    .todo = Reparieren Sie diese Kopplung in der Oberfläche der Appliance.
