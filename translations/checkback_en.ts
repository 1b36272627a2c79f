<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>diagram::AwaitedSteps</name>
    <message numerus="yes">
        <source>%n more branch(es)</source>
        <translation>
            <numerusform>%n more branch</numerusform>
            <numerusform>%n more branches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diagram::SequenceWords</name>
    <message numerus="yes">
        <source>%n event(s) alike</source>
        <translation>
            <numerusform>%n event alike</numerusform>
            <numerusform>%n events alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AccountsPage</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Activity</name>
    <message numerus="yes">
        <source>%n transfer(s) of %1 each</source>
        <translation>
            <numerusform>%n transfer of %1</numerusform>
            <numerusform>%n transfers of %1 each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ActivityPage</name>
    <message numerus="yes">
        <source>%1 of %Ln activity(ies)</source>
        <translation>
            <numerusform>%1 of %Ln activity</numerusform>
            <numerusform>%1 of %Ln activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1</source>
        <translation>
            <numerusform>%n row written to %1</numerusform>
            <numerusform>%n rows written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AlertGroup</name>
    <message numerus="yes">
        <source>More than %n stalled message(s).</source>
        <translation>
            <numerusform>More than %n stalled message.</numerusform>
            <numerusform>More than %n stalled messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AlertWords</name>
    <message numerus="yes">
        <source>%Ln message(s) stalled</source>
        <translation>
            <numerusform>%Ln message stalled</numerusform>
            <numerusform>%Ln messages stalled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AttemptsPane</name>
    <message numerus="yes">
        <source>Call %1, answered with %n byte(s) that were kept</source>
        <extracomment>%n: bytes that were kept of an answer</extracomment>
        <translation>
            <numerusform>Call %1, answered with %n byte that was kept</numerusform>
            <numerusform>Call %1, answered with %n bytes that were kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkDialog</name>
    <message numerus="yes">
        <source>%n message(s) get it</source>
        <translation>
            <numerusform>%n message gets it</numerusform>
            <numerusform>%n messages get it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: the table says why</source>
        <translation>
            <numerusform>%n left out: the table says why</numerusform>
            <numerusform>%n left out: the table says why</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n message(s)?</source>
        <extracomment>%1: what is done</extracomment>
        <translation>
            <numerusform>%1: %n message?</numerusform>
            <numerusform>%1: %n messages?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: collecting messages, %n so far…</source>
        <translation>
            <numerusform>%1: collecting messages, %n so far…</numerusform>
            <numerusform>%1: collecting messages, %n so far…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n message(s)</source>
        <translation>
            <numerusform>%1: %n message</numerusform>
            <numerusform>%1: %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CaseWords</name>
    <message numerus="yes">
        <source>It went another way in %n point(s).</source>
        <translation>
            <numerusform>It went another way in %n point.</numerusform>
            <numerusform>It went another way in %n points.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CompareDialog</name>
    <message numerus="yes">
        <source>Both went the same way: %n event(s), none of them different.</source>
        <translation>
            <numerusform>Both went the same way: %n event, and it is no different.</numerusform>
            <numerusform>Both went the same way: %n events, none of them different.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n event(s) are alike; then they differ.</source>
        <translation>
            <numerusform>The first event is alike; then they differ.</numerusform>
            <numerusform>The first %n events are alike; then they differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ComparisonCard</name>
    <message numerus="yes">
        <source>%n on their way</source>
        <translation>
            <numerusform>%n on its way</numerusform>
            <numerusform>%n on their way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConnectionsPage</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ErrorGroupsCard</name>
    <message numerus="yes">
        <source>%Ln group(s) · a row filters Messages</source>
        <translation>
            <numerusform>%Ln group · a row filters Messages</numerusform>
            <numerusform>%Ln groups · a row filters Messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) of failed calls in the last 24 hours.</source>
        <translation>
            <numerusform>%Ln group of failed calls in the last 24 hours.</numerusform>
            <numerusform>%Ln groups of failed calls in the last 24 hours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ErrorGroupsModel</name>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the newest %Ln message(s) that are tried again</source>
        <translation>
            <numerusform>Of the newest message that is tried again</numerusform>
            <numerusform>Of the newest %Ln messages that are tried again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) wait because of it</source>
        <translation>
            <numerusform>%Ln message waits because of it</numerusform>
            <numerusform>%Ln messages wait because of it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FaultLabPage</name>
    <message numerus="yes">
        <source>%n fault(s) armed</source>
        <translation>
            <numerusform>%n fault armed</numerusform>
            <numerusform>%n faults armed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FindBar</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::HealthLabel</name>
    <message numerus="yes">
        <source>%n coordinator(s) · commit %1 ms</source>
        <translation>
            <numerusform>%n coordinator · commit %1 ms</numerusform>
            <numerusform>%n coordinators · commit %1 ms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::KpiRow</name>
    <message numerus="yes">
        <source>%Ln stalled</source>
        <translation>
            <numerusform>%Ln stalled</numerusform>
            <numerusform>%Ln stalled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ListFooter</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ListVerbs</name>
    <message numerus="yes">
        <source>For the %n message(s) chosen in the list.</source>
        <translation>
            <numerusform>For the message chosen in the list.</numerusform>
            <numerusform>For the %n messages chosen in the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written</source>
        <translation>
            <numerusform>%n message written</numerusform>
            <numerusform>%n messages written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written to %1</source>
        <translation>
            <numerusform>%n message written to %1</numerusform>
            <numerusform>%n messages written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message numerus="yes">
        <source>Close while %n transfer(s) are not sent yet?</source>
        <translation>
            <numerusform>Close while %n transfer is not sent yet?</numerusform>
            <numerusform>Close while %n transfers are not sent yet?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::NaiveRepair</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n naive transfer(s) put right: %1 credited, %2 taken back</source>
        <translation>
            <numerusform>%n naive transfer put right: %1 credited, %2 taken back</numerusform>
            <numerusform>%n naive transfers put right: %1 credited, %2 taken back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OrderInput</name>
    <message numerus="yes">
        <source>User %1 has only %2: enough for %Ln transfer(s), the bank refuses the others.</source>
        <translation>
            <numerusform>User %1 has only %2: enough for %Ln transfer, the bank refuses the others.</numerusform>
            <numerusform>User %1 has only %2: enough for %Ln transfers, the bank refuses the others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OverviewPage</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PointsCard</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProgressCard</name>
    <message numerus="yes">
        <source>cancelled: %Ln not sent</source>
        <translation>
            <numerusform>cancelled: %Ln not sent</numerusform>
            <numerusform>cancelled: %Ln not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all are on their way, %Ln not finished</source>
        <translation>
            <numerusform>all are on their way, %Ln not finished</numerusform>
            <numerusform>all are on their way, %Ln not finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without an answer</source>
        <translation>
            <numerusform>%Ln without an answer</numerusform>
            <numerusform>%Ln without an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Proof</name>
    <message numerus="yes">
        <source>%3 has booked branch %2 of message %1 %n time(s)</source>
        <translation>
            <numerusform>%3 has booked branch %2 of message %1 once</numerusform>
            <numerusform>%3 has booked branch %2 of message %1 %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>0 of %Ln row(s)</source>
        <translation>
            <numerusform>0 of %Ln row</numerusform>
            <numerusform>0 of %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>0 of %Ln booking(s)</source>
        <translation>
            <numerusform>0 of %Ln booking</numerusform>
            <numerusform>0 of %Ln bookings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) unknown, which is not a pass.</source>
        <translation>
            <numerusform>%n check is unknown, which is not a pass.</numerusform>
            <numerusform>%n checks are unknown, which is not a pass.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %Ln message(s)</source>
        <translation>
            <numerusform>all messages: %Ln</numerusform>
            <numerusform>all %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %Ln message(s)</source>
        <translation>
            <numerusform>the last message</numerusform>
            <numerusform>the last %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not proven: %n thing(s) are not as they must be.</source>
        <translation>
            <numerusform>Not proven: %n thing is not as it must be.</numerusform>
            <numerusform>Not proven: %n things are not as they must be.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not proven: %n check(s) could not be made, and unknown is not a pass.</source>
        <translation>
            <numerusform>Not proven: %n check could not be made, and unknown is not a pass.</numerusform>
            <numerusform>Not proven: %n checks could not be made, and unknown is not a pass.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) hold</source>
        <translation>
            <numerusform>%n check holds</numerusform>
            <numerusform>%n checks hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more check(s) false.</source>
        <translation>
            <numerusform>%n more check is false.</numerusform>
            <numerusform>%n more checks are false.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProofPage</name>
    <message numerus="yes">
        <source>%n invariant(s)</source>
        <translation>
            <numerusform>%n invariant</numerusform>
            <numerusform>%n invariants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RecordingDialog</name>
    <message numerus="yes">
        <source>%n transfer(s) have not ended yet: the scenario waits for them.</source>
        <translation>
            <numerusform>%n transfer has not ended yet: the scenario waits for it.</numerusform>
            <numerusform>%n transfers have not ended yet: the scenario waits for them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ScenarioLab</name>
    <message numerus="yes">
        <source>Recording a scenario: %n action(s)</source>
        <translation>
            <numerusform>Recording a scenario: %n action</numerusform>
            <numerusform>Recording a scenario: %n actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ScenarioWords</name>
    <message numerus="yes">
        <source>All %n invariant(s) hold, by the banks&apos; own rows.</source>
        <translation>
            <numerusform>The invariant holds, by the banks&apos; own rows.</numerusform>
            <numerusform>All %n invariants hold, by the banks&apos; own rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s), credited once</source>
        <translation>
            <numerusform>%n call, credited once</numerusform>
            <numerusform>%n calls, credited once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SceneBar</name>
    <message numerus="yes">
        <source>%n step(s), none begun</source>
        <translation>
            <numerusform>%n step, not begun</numerusform>
            <numerusform>%n steps, none begun</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StageWords</name>
    <message numerus="yes">
        <source>All tables are there, with %n account(s)</source>
        <translation>
            <numerusform>All tables are there, with %n account</numerusform>
            <numerusform>All tables are there, with %n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusStrip</name>
    <message numerus="yes">
        <source>%n fault(s) armed</source>
        <translation>
            <numerusform>%n fault armed</numerusform>
            <numerusform>%n faults armed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StepWords</name>
    <message numerus="yes">
        <source>Waits until the receiver was called %n time(s), at most %1.</source>
        <translation>
            <numerusform>Waits until the receiver was called once, at most %1.</numerusform>
            <numerusform>Waits until the receiver was called %n times, at most %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waits until the sender was asked %n time(s), at most %1.</source>
        <translation>
            <numerusform>Waits until the sender was asked once, at most %1.</numerusform>
            <numerusform>Waits until the sender was asked %n times, at most %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StoreSwitch</name>
    <message numerus="yes">
        <source>%n unfinished message(s) stay in “%1”, kept safe, and go on only when that store is opened again; no money that was taken arrives before.</source>
        <translation>
            <numerusform>%n unfinished message stays in “%1”, kept safe, and goes on only when that store is opened again; no money that was taken arrives before.</numerusform>
            <numerusform>%n unfinished messages stay in “%1”, kept safe, and go on only when that store is opened again; no money that was taken arrives before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished message(s) in “%1” go on at once.</source>
        <translation>
            <numerusform>%n unfinished message in “%1” goes on at once.</numerusform>
            <numerusform>%n unfinished messages in “%1” go on at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StoryCard</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SumCard</name>
    <message numerus="yes">
        <source>In flight, %n message(s)</source>
        <translation>
            <numerusform>In flight, %n message</numerusform>
            <numerusform>In flight, %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message numerus="yes">
        <source>%n alert(s) wait for you</source>
        <translation>
            <numerusform>%n alert waits for you</numerusform>
            <numerusform>%n alerts wait for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TopicsPage</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n URL(s), called in this order</source>
        <translation>
            <numerusform>%n URL</numerusform>
            <numerusform>%n URLs, called in this order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the topic “%1” with its %n subscriber(s)?</source>
        <translation>
            <numerusform>Delete the topic “%1” with its %n subscriber?</numerusform>
            <numerusform>Delete the topic “%1” with its %n subscribers?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TotalsLine</name>
    <message numerus="yes">
        <source>In flight, %n message(s)</source>
        <translation>
            <numerusform>In flight, %n message</numerusform>
            <numerusform>In flight, %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TransferCard</name>
    <message numerus="yes">
        <source>%n fault(s) struck it.</source>
        <translation>
            <numerusform>%n fault struck it.</numerusform>
            <numerusform>%n faults struck it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TransferForm</name>
    <message numerus="yes">
        <source>Send %Ln transfer(s)</source>
        <translation>
            <numerusform>Send %Ln transfer</numerusform>
            <numerusform>Send %Ln transfers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TransferPage</name>
    <message numerus="yes">
        <source>%1 of %Ln transfer(s) sent, %2 finished</source>
        <translation>
            <numerusform>%1 of %Ln transfer sent, %2 finished</numerusform>
            <numerusform>%1 of %Ln transfers sent, %2 finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln transfer(s) of %1 from user %2 to user %3?</source>
        <translation>
            <numerusform>Send %Ln transfer of %1 from user %2 to user %3?</numerusform>
            <numerusform>Send %Ln transfers of %1 from user %2 to user %3?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Truth</name>
    <message numerus="yes">
        <source>%Ln transfer(s)</source>
        <translation>
            <numerusform>%Ln transfer</numerusform>
            <numerusform>%Ln transfers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln retrying</source>
        <translation>
            <numerusform>%Ln retrying</numerusform>
            <numerusform>%Ln retrying</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stalled</source>
        <translation>
            <numerusform>%Ln stalled</numerusform>
            <numerusform>%Ln stalled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) stopped by a person</source>
        <translation>
            <numerusform>%Ln message stopped by a person</numerusform>
            <numerusform>%Ln messages stopped by a person</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TruthHead</name>
    <message numerus="yes">
        <source>%Ln message(s) need you</source>
        <translation>
            <numerusform>%Ln message needs you</numerusform>
            <numerusform>%Ln messages need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::WhySentence</name>
    <message numerus="yes">
        <source>%n call(s) had to be repeated</source>
        <translation>
            <numerusform>%n call had to be repeated</numerusform>
            <numerusform>%n calls had to be repeated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::EmptyState</name>
    <message numerus="yes">
        <source>The filter hides all %Ln of them.</source>
        <extracomment>%Ln is how many rows there are without the filter</extracomment>
        <translation>
            <numerusform>The filter hides the only one.</numerusform>
            <numerusform>The filter hides all %Ln of them.</numerusform>
        </translation>
    </message>
</context>
</TS>
