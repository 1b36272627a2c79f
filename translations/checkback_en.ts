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
    <name>ui::AttemptsPane</name>
    <message numerus="yes">
        <source>Call %1, answered with %n byte(s) that were kept</source>
        <translation>
            <numerusform>Call %1, answered with %n byte that was kept</numerusform>
            <numerusform>Call %1, answered with %n bytes that were kept</numerusform>
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
    <name>ui::OrderInput</name>
    <message numerus="yes">
        <source>User %1 has only %2: enough for %n transfer(s), the bank refuses the others.</source>
        <translation>
            <numerusform>User %1 has only %2: enough for %n transfer, the bank refuses the others.</numerusform>
            <numerusform>User %1 has only %2: enough for %n transfers, the bank refuses the others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProgressCard</name>
    <message numerus="yes">
        <source>cancelled: %n not sent</source>
        <translation>
            <numerusform>cancelled: %n not sent</numerusform>
            <numerusform>cancelled: %n not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all are on their way, %n not finished</source>
        <translation>
            <numerusform>all are on their way, %n not finished</numerusform>
            <numerusform>all are on their way, %n not finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an answer</source>
        <translation>
            <numerusform>%n without an answer</numerusform>
            <numerusform>%n without an answer</numerusform>
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
    <name>ui::TransferForm</name>
    <message numerus="yes">
        <source>Send %n transfer(s)</source>
        <translation>
            <numerusform>Send %n transfer</numerusform>
            <numerusform>Send %n transfers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TransferPage</name>
    <message numerus="yes">
        <source>Send %n transfer(s) of %1 from user %2 to user %3?</source>
        <translation>
            <numerusform>Send %n transfer of %1 from user %2 to user %3?</numerusform>
            <numerusform>Send %n transfers of %1 each from user %2 to user %3?</numerusform>
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
