### A rotation: its plan, its steps, its record.

-unchanged = Nothing was changed.
-unchanged-in-this-run = Nothing was changed in this run.
-nothing-to-do = Nothing has to be done about that.
-who-answers = Compare with the appliance's console before you do anything else. Resume the run when the right certificate answers.
-ends-tls = Look for a device on that path that ends TLS; the vendor does not support one.

thumbprint-none = no thumbprint

## A peer that is not repaired in this run

-left-out = It is left out of this run and will refuse the new certificate until it is repaired.

plan-no_peer_ready = { $count ->
    [one] The only peer site of { $site } cannot be repaired in this run.
   *[other] None of the { $count } peer sites of { $site } can be repaired in this run.
  }
    .meaning = After the replacement they all refuse the new certificate, and replication with them waits until each is repaired.
    .todo = Look at each peer site's reason below and mend what you can, then check again. If the certificate must be replaced at once, say so before the start and repair them later.
peer-no_access = { $peer } must be repaired by its own administrator: no sign-in was given.
    .meaning = { -left-out }
    .todo = Add the site with a password, and resume the run if it has ended by then; or send its administrator the new thumbprint.
peer-other_name = The address of { $peer } answers to another name: { $name }.
    .meaning = It may have been renamed, or another site stands there now. { -left-out }
    .todo = Find out which site it is. If it was set up anew, its pairing has to be made again on both sides.
peer-another_service = The { $service } answers at the address of { $peer }, not the Cloud Service.
    .meaning = { -left-out }
    .todo = Correct the peer's address.
peer-version_unknown = { $peer } runs version { $version }, whose pairing is not known here.
    .meaning = { -left-out }
    .todo = Repair it in the appliance's own pages.
peer-password_expired = The root password of { $peer } has expired.
    .meaning = { -left-out }
    .todo = Change it in the appliance's own pages, then try this peer again.
peer-not_listed = { $site } does not list { $peer } any more.
    .meaning = { -left-out }
    .todo = Check at { $site } whether { $peer } was renamed or unpaired there.
peer-does_not_list_us = { $peer } does not list { $site } under its name.
    .meaning = { -left-out }
    .todo = Check at { $peer } whether { $site } was renamed or unpaired there.
peer-pin_unexpected = { $peer } has { $holds } on record for { $site }, which is not the certificate in use.
    .meaning = { -left-out }
    .todo = Find out who changed it and why, before it is overwritten.
peer-sees_other = { $peer } sees the certificate { $sees } at { $site }; this computer sees another.
    .meaning = Something may stand between the two. It is left out of this run.
    .todo = { -ends-tls }
peer-seen_other = { $site } sees the certificate { $sees } at { $peer }; this computer sees another.
    .meaning = Something may stand between the two. It is left out of this run.
    .todo = { -ends-tls }
peer-clock_behind = By the clock of { $peer }, the new certificate is not valid before { $from }.
    .meaning = { -left-out }
    .todo = Correct the peer's clock, then try this peer again.

## What is worth knowing of one that is

-repaired-in-this-run = It is repaired in this run.

peer-our_pin_stale = { $site } has another thumbprint on record for { $peer } than { $peer } shows.
    .meaning = The repair writes the verified one.
    .todo = { -nothing-to-do }
peer-busy = Tasks are running at { $peer }: { $count }.
    .meaning = { -repaired-in-this-run }
    .todo = { -nothing-to-do }
peer-password_ending = The root password of { $peer } expires in { $days ->
    [one] { $days } day
   *[other] { $days } days
  }.
    .meaning = { -repaired-in-this-run }
    .todo = Change it soon.

## The local site before the change

-can-go-on = The rotation can go on.

site-clock_off = The clock of { $site } is { $skew } { $direction ->
    [behind] behind
   *[ahead] ahead of
  } this computer's.
    .meaning = { -can-go-on }
    .todo = Correct whichever clock is wrong.
site-another_service = The { $service } answers at { $address }, not the Cloud Service.
    .meaning = { -unchanged }
    .todo = Give the address of the Cloud Service: the one without a port, or with 443.
plan-reports_other = { $site } shows the certificate { $shows } and says that it uses { $reports }.
    .meaning = Something may stand between this computer and the site, or the site has not restarted since its certificate was replaced. { -unchanged }
    .todo = Compare with the appliance's console before you go on.
plan-not_configured = { $site } is not configured.
    .meaning = { -unchanged }
    .todo = Finish its initial setup first.
plan-password_expired = The root password of { $site } has expired.
    .meaning = { -unchanged }
    .todo = Change it in the appliance's own pages, then make the plan again.
plan-password_ending = The root password of { $site } expires in { $days ->
    [one] { $days } day
   *[other] { $days } days
  }.
    .meaning = { -can-go-on }
    .todo = Change it soon.
plan-not_yet_valid_there = By the clock of { $site }, the new certificate is not valid before { $from }.
    .meaning = { -unchanged }
    .todo = Correct the appliance's clock, or wait until then.
plan-unverified = The certificate by which { $site } is known was accepted unverified.
    .meaning = A private key is not sent to a site that is known this little. { -unchanged }
    .todo = Verify the site's thumbprint first: paste it from the appliance's console or from vCenter.
plan-version_unknown = { $site } runs version { $version }, which is not known here.
    .meaning = The replacement and the repairs may work differently there.
    .todo = Check in the vendor's notes that they do not, or use the appliance's own pages.
plan-busy = Tasks are running at { $site }: { $count }.
    .meaning = The restart may interrupt them.
    .todo = Start when they are done, if they matter.
plan-no_peers = { $site } has no peer sites.
    .meaning = Only its own certificate is replaced.
    .todo = { -nothing-to-do }
plan-stranger = { $peer } is not among the peer sites of { $site }.
    .meaning = It is left out of this run.
    .todo = Check whether it was renamed or unpaired.

## The replacement

-make-a-new-plan = Find out who did, then make a new plan.

replace-changed_meanwhile = { $site } uses the certificate { $uses }: somebody replaced it since the plan was made.
    .meaning = { -unchanged-in-this-run }
    .todo = { -make-a-new-plan }
replace-pairing_changed = The pairing of { $site } with { $peer } was changed since the plan was made.
    .meaning = { -unchanged-in-this-run }
    .todo = { -make-a-new-plan }
replace-refused = { $site } refused the new certificate. { $cause }
    .meaning = The old certificate stays in use. { -unchanged }
    .todo = { $cause }
replace-nobody_to_repair = The certificate of { $site } was not replaced: none of its peer sites can be repaired now.
    .meaning = Nothing was changed anywhere.
    .todo = Mend what stands in each peer site's way, then make a new plan.
replace-other_taken = { $site } says that it uses the certificate { $uses }, which is neither the old nor the new one of this run.
    .meaning = Somebody else replaced the certificate of { $site }. No peer site was changed.
    .todo = { -make-a-new-plan }
replace-away = Nobody answers at { $site }. It may be restarting with what an earlier run sent.
    .meaning = { -unchanged-in-this-run }
    .todo = Wait until { $site } answers, then make a new plan or resume this run.
replace-earlier_stands = The certificate of { $site } was not replaced: the earlier run { $run } may have done so.
    .meaning = { -unchanged-in-this-run }
    .todo = Look at the certificate of { $site } in the appliance's own pages and at who trusts it; then make a new plan.
replace-given_up = The replacement at { $site } was not sent again.
    .meaning = Very likely the old certificate stays in use; the answer that would tell was lost.
    .todo = Look at the certificate of { $site } in the appliance's own pages, then make a new plan.

## From the restart to the new certificate being verified

-in-between = The replacement was sent. Until the site is back and repaired, its peer sites refuse it.
-unsent = The site made itself a new certificate. No password was sent to whoever answers now, and no peer site was changed.
-look-at-services = Look at the services in the appliance's own pages, restart them if need be, then resume the run.

restart-other_certificate = The certificate { $seen } answers at { $site }. It is neither the old nor the new one.
    .meaning = No password was sent to it, and no peer site was changed.
    .todo = { -who-answers }
restart-old_again = The old certificate answers at { $site } again, after the new one had been seen.
    .meaning = It may have been rolled back, or two machines answer at one address. No password was sent to it.
    .todo = { -who-answers }
restart-still_old = { $site } still shows its old certificate: nobody saw it go down.
    .meaning = { $site } took the replacement, and it is not in use. Its peer sites still trust it.
    .todo = { -look-at-services }
restart-back_with_old = { $site } was down and came back with its old certificate.
    .meaning = { $site } took the replacement, and it is not in use. Its peer sites still trust it.
    .todo = { -look-at-services }
restart-not_back = { $site } has not come back in time.
    .meaning = { -in-between }
    .todo = Look at the appliance's console and its services, then resume the run.
restart-not_ready = { $site } shows the new certificate, but its services do not answer properly.
    .meaning = { -in-between }
    .todo = Wait until its own pages answer, then resume the run.
restart-in_between = { -in-between }
restart-reports_other = { $site } shows the certificate { $shows } and says that it uses { $reports }.
    .meaning = Something may stand between this computer and the site. No peer site was changed.
    .todo = { -who-answers }
restart-witnesses_disagree = This computer sees { $here } at { $site }, and { $others }.
    .meaning = { -unsent }
    .todo = { -who-answers }
restart-pasted_old = The pasted thumbprint is the one of the certificate that was replaced; { $site } shows { $seen } now.
    .meaning = { -unsent }
    .todo = Read the new thumbprint on the appliance's console, then resume the run and paste that one.
restart-pasted_differs = { $site } shows { $seen }; the pasted thumbprint is { $pasted }.
    .meaning = { -unsent }
    .todo = { -who-answers }
restart-not_vouched = Nobody vouched for the new certificate of { $site }.
    .meaning = { -unsent }
    .todo = Read the thumbprint on the appliance's console, then resume the run.
sight-other = { $peer } sees { $seen }

verify-same_process = The same process answers at { $site } as before the replacement.
    .meaning = The new certificate is in use. That a restart changes the process's id is inferred from its name.
    .todo = Look at the services in the appliance's own pages.
verify-not_in_order = { $site } and { $peer } were repaired, and at the last reading their pairing was not in order, or could not be read.
    .meaning = Somebody may have changed it meanwhile, or one of the two went away.
    .todo = See whether both are up, then try this peer again.

on_premises-refused = { $site } tells that its new certificate is refused by { $names }.
    .meaning = Nothing was to be done there. The error may be one from the restart, which goes away with the next contact, or the site does not trust the authority after all.
    .todo = Look at the site's pairing on its own appliance; repair it there if the error stays.

## One half of a repair: $at is the site that repairs, $of the one that is repaired

-not-yet = The two do not trust each other yet. The other peer sites are not affected.
-try-again = Remove the cause, then try this peer again.

repair-record_gone = { $at } does not list { $of }.
    .meaning = { -not-yet }
    .todo = Check at { $at } whether { $of } was unpaired or renamed.
repair-address_changed = { $at } lists { $of } at { $is }; before the run it was { $was }.
    .meaning = { -not-yet }
    .todo = Find out who changed it and why, then make a new plan.
repair-somebody_else = { $at } has { $holds } on record for { $of }: somebody changed it since the run began.
    .meaning = It was not overwritten. The other peer sites are not affected.
    .todo = Find out who changed it and why, then try this peer again.
repair-sees_other = { $at } sees the certificate { $sees } at { $url }; the verified certificate of { $of } is { $verified }.
    .meaning = Something may stand between the two sites. Nothing was written there.
    .todo = { -ends-tls } Then try this peer again.
repair-cannot_look = { $at } cannot look at { $of }. { $cause }
    .meaning = { -not-yet }
    .todo = Check the network between the two sites, then try this peer again.
# $remark is what the task said.
repair-done_with_a_remark = { $remark }
    .meaning = { $at } has the right thumbprint of { $of } on record all the same, and tells of no error: the repair is done.
    .todo = { -nothing-to-do }
# $cause is why it cannot.
site-cannot_look = { $at } cannot look at { $of }. { $cause }
    .meaning = { $cause }
    .todo = { $cause }
repair-refused = { $at } refused to repair { $of }. { $cause }
    .meaning = { -not-yet }
    .todo = { $cause }
repair-not_yet = { -not-yet }
repair-task_failed = The repair of { $of } failed at { $at }.
    .meaning = { -not-yet }
    .todo = { -try-again }
repair-task_endless = The repair of { $of } at { $at } does not come to an end.
    .meaning = { -not-yet }
    .todo = Look at the tasks of { $at }; then try this peer again.
repair-not_taken = { $at } says that the repair is done, and has { $holds } on record for { $of }.
    .meaning = { -not-yet }
    .todo = { -try-again }
repair-still_broken = The repair is done, and { $at } still reports an error with { $of }.
    .meaning = { -not-yet }
    .todo = Check the network between the two sites and look for a device that ends TLS, then try this peer again.
repair-still_refused = The repair is done, and { $at } still reports an error with { $of }: { $of } refuses { $at }. Very likely the thumbprint that { $of } has on record for { $at } is stale.
    .meaning = { -not-yet }
    .todo = Repair { $at } at { $of }, then try this peer again.
repair-still_another_there = The repair is done, and { $at } still reports an error with { $of }: what answers there is not the certificate that { $at } has on record for { $of }.
    .meaning = { -not-yet }
    .todo = Look for a device between { $at } and { $of } that ends TLS, and whether { $of } was restarted meanwhile; then try this peer again.
repair-still_another_comes = The repair is done, and { $at } still reports an error with { $of }: { $of } comes with another certificate than { $at } has on record for it.
    .meaning = { -not-yet }
    .todo = Look at the certificate that { $of } uses, then try this peer again.

## Why a run does not start or does not go on

-as-it-was = Nothing was done to any site.

run-other_plan = The plan was made for another site, another action or another certificate.
    .meaning = { -as-it-was }
    .todo = Make the plan again.
run-ended = This run has ended; everything is as it should be.
    .meaning = { -as-it-was }
    .todo = Read its report, or start a new run.
run-stopped = This run of { $site } was stopped by a person's answer, and it stays stopped.
    .meaning = Nothing was changed at { $site } or at any of its peer sites.
    .todo = Make a new plan for { $site } when its peer sites are ready.
run-no_beginning = The record of { $run } does not say what the run is about.
    .meaning = Nothing more was done to any site.
    .todo = Start a new run: it looks at the site first, and asks where an earlier replacement may have been sent.
run-other_site = This run is about the site at { $recorded }.
    .meaning = { -as-it-was }
    .todo = Give the sign-in for that site.
run-other_pin = The site is known by a certificate that is neither the old nor the new one of this run.
    .meaning = { -as-it-was }
    .todo = Find out which certificate the site uses before you go on.
run-file_needed = The new certificate was not sent before the run was cut off, and its file is needed again.
    .meaning = { -as-it-was }
    .todo = Choose the same file and resume the run.
run-file_needed_again = The new certificate is to be sent to { $site } once more, as was answered, and its file is needed for that.
    .meaning = Whether { $site } took what was sent before is not known yet. Nothing was done now.
    .todo = Choose the same file and resume the run.
run-other_file = This file holds another certificate than the one the run began with.
    .meaning = { -as-it-was }
    .todo = Choose the same file, or start a new run with this one.

## The run as a whole

-waits-as-before = The run waits as before.

run-still_running = This run is at work.
    .meaning = It goes on as it was.
    .todo = Wait until it has stopped.
question-gone = This question does not wait for an answer.
    .meaning = The run goes on as it was.
    .todo = Look at where the run stands.
question-no_such_answer = The question has no such answer.
    .meaning = { -waits-as-before }
    .todo = Choose one of the answers it offers.
question-not_typed = This answer needs { $wanted } typed.
    .meaning = { -waits-as-before }
    .todo = Type it exactly, or choose another answer.
question-no_thumbprint = What was pasted is not a SHA-256 thumbprint.
    .meaning = { -waits-as-before }
    .todo = Paste all 64 hexadecimal digits; colons and spaces do no harm. SHA-1 has only 40.
