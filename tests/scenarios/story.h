// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/scenarios/storyline.h"
#include "tests/support/testengine.h"

#include <QHash>
#include <QStringList>

namespace test {

/// What a story runs on; another store or judge than these plants a bug.
struct StoryParts
{
    NewStore newStore = {};
    std::function<core::message::CallResult(const core::message::CallAnswer &)> judge = judged;
};

/// One plain-text story over the real Coordinator on a turned clock; its words stand in README.md beside the stories.
class Story final
{
public:
    explicit Story(StoryParts parts = {});
    ~Story();

    /// Empty when everything went as the file tells; else "FILE:LINE: what was expected and what came".
    QString run(const QString &path);

private:
    using Verb = QString (Story::*)(const StoryLine &);

    QString obey(const StoryLine &line);
    QString expect(const StoryLine &line);
    QString nothingIsLeft() const;

    // verbs: what happens
    QString limit(const StoryLine &line);
    QString send(const StoryLine &line);
    QString topic(const StoryLine &line);
    QString advance(const StoryLine &line);
    QString answerCall(const StoryLine &line);
    QString setStore(const StoryLine &line);
    QString nextCommit(const StoryLine &line);
    QString crash(const StoryLine &line);
    QString takeOver(const StoryLine &line);
    QString drain(const StoryLine &line);

    // after "expect"
    QString expectReply(const StoryLine &line);
    QString expectCall(const StoryLine &line);
    QString expectNo(const StoryLine &line);
    QString expectState(const StoryLine &line);
    QString expectStalled(const StoryLine &line);
    QString expectAttempts(const StoryLine &line);
    QString expectWake(const StoryLine &line);
    QString expectOwner(const StoryLine &line);

    TestEngine &engine();
    const ContentSpec &specOf(const StoryLine &line);
    core::message::Event eventOf(const StoryLine &line);
    core::engine::Asker askerOf(const QByteArray &gid);

    StoryParts m_parts;
    core::engine::CoordinatorOptions m_options;
    std::unique_ptr<TestEngine> m_engine; ///< from the first verb on that needs it
    std::unique_ptr<Incarnation> m_cutOff;
    QHash<QByteArray, ContentSpec> m_specs;
    QHash<QByteArray, QByteArrayList> m_replies; ///< that the story has not told of yet
    QByteArrayList m_inFlight; ///< calls that the story has told of and not answered: "m1/01"
    QByteArrayList m_inFlightOfCutOff;
    int m_storeAnswers = 0;
};

} // namespace test
