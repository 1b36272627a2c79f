// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/storyscenes.h"

#include "ui/widgets/formatting.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Stage = PresentStory::Stage;

constexpr int stepCount = 5;

// As people read aloud: some 16 Latin letters, or 5 Chinese ones, a second.
constexpr std::chrono::milliseconds perLetter{60};
constexpr std::chrono::milliseconds perIdeograph{200};
constexpr std::chrono::milliseconds readingTimeMin{6000};

/// What of a moment a slide shows.
struct Standing
{
    bool hasLeft = false;
    bool hasArrived = false;
    bool isSenderDown = false;
    bool isCoordinatorDown = false;
    bool isReceiverDown = false;
    std::optional<theme::State> state;
    friend bool operator==(const Standing &, const Standing &) = default;
};

/// The story of one message out of a run.
class Scenes
{
    Q_DECLARE_TR_FUNCTIONS(ui::StoryScenes)
public:
    explicit Scenes(const Moments &moments) : m_moments(moments)
    {
        m_amount = moments.way.amount ? widgets::formatMoney(*moments.way.amount) : tr("the amount");
        m_from = userOr(moments.way.from, tr("the payer"));
        m_to = userOr(moments.way.to, tr("the receiver"));
    }

    QList<StorySlide> tell() const
    {
        QList<StorySlide> slides;
        if (m_moments.all.isEmpty())
            return slides;
        slides << opening();
        if (!m_moments.captions.isEmpty())
            addScenes(slides);
        else
            addChanges(slides);
        return slides;
    }

private:
    static QString userOr(int user, const QString &unknown) { return user > 0 ? tr("User %1").arg(user) : unknown; }

    void addScenes(QList<StorySlide> &slides) const
    {
        for (int scene = 0; scene < m_moments.captions.size(); ++scene) {
            const qsizetype last = lastOfScene(m_moments, scene);
            if (last < 0)
                return; // the run ended before it
            StorySlide slide = slideAt(last);
            std::tie(slide.headline, slide.explanation) = headlineOf(m_moments.captions.at(scene));
            slides << slide;
        }
    }

    /// One for each stretch in which everything stood alike.
    void addChanges(QList<StorySlide> &slides) const
    {
        for (qsizetype i = 0; i < m_moments.all.size(); ++i) {
            const bool isLast = i + 1 == m_moments.all.size();
            if (!isLast && standingAt(i) == standingAt(i + 1))
                continue;
            StorySlide slide = slideAt(i);
            const PresentStory story = storyAt(standingAt(i));
            slide.headline = storyHeadline(story);
            slide.explanation = storyExplanation(story);
            slides << slide;
        }
    }

    StorySlide opening() const
    {
        StorySlide slide = slideAt(0);
        slide.headline = tr("%1 is to go from %2 to %3.").arg(m_amount, m_from, m_to);
        slide.explanation = tr("They have their accounts at two banks, each with a database of its own. The money must "
                               "leave one and arrive at the other: both, or neither. A coordinator between the banks "
                               "writes down what was promised.");
        return slide;
    }

    Standing standingAt(qsizetype index) const
    {
        const Moment &moment = m_moments.all.at(index);
        Standing standing{.isSenderDown = moment.isSenderDown,
                          .isCoordinatorDown = moment.isCoordinatorDown,
                          .isReceiverDown = moment.isReceiverDown};
        for (const PresentRow &row : moment.rows) {
            const bool isOurs = m_moments.way.gid.isEmpty() || row.gid == m_moments.way.gid;
            if (isOurs && !row.isFence())
                (row.side == Side::Sender ? standing.hasLeft : standing.hasArrived) = true;
        }
        if (!moment.faces.isEmpty())
            standing.state = moment.faces.constFirst().state;
        return standing;
    }

    /// What a case's slides are told with, in the words of the page that follows transfers.
    PresentStory storyAt(const Standing &standing) const
    {
        PresentStory story{.isWaiting =
                               standing.state == theme::State::Retrying || standing.state == theme::State::Stalled,
                           .from = QString::number(m_moments.way.from),
                           .to = QString::number(m_moments.way.to),
                           .amount = m_moments.way.amount};
        if (standing.state == theme::State::Failed)
            story.stage = Stage::TakenBack;
        else if (standing.state == theme::State::Succeed || standing.hasArrived)
            story.stage = Stage::Settled;
        else if (standing.state == theme::State::Prepared)
            story.stage = Stage::Promised;
        else
            story.stage = Stage::Debited;
        return story;
    }

    static int stepsDone(const Standing &standing)
    {
        if (standing.state == theme::State::Succeed)
            return stepCount;
        if (standing.hasArrived)
            return 4;
        if (standing.hasLeft)
            return 2;
        return standing.state && standing.state != theme::State::Failed ? 1 : 0;
    }

    static Memory memoryAt(const Standing &standing)
    {
        if (!standing.state)
            return Memory::Nothing;
        switch (*standing.state) {
        case theme::State::Prepared:
            return Memory::MayPay;
        case theme::State::Submitted:
        case theme::State::Retrying:
        case theme::State::Stalled:
            return Memory::Owed;
        case theme::State::Succeed:
            return Memory::Settled;
        case theme::State::Failed:
            return Memory::DidNotPay;
        }
        Q_UNREACHABLE();
    }

    StorySlide slideAt(qsizetype index) const
    {
        const Standing standing = standingAt(index);
        const StateThen then = stateAt(m_moments, index);
        StorySlide slide{.title = m_moments.captions.isEmpty() ? tr("%1 from %2 to %3").arg(m_amount, m_from, m_to)
                                                               : m_moments.title,
                         .steps = storySteps(),
                         .stepsDone = stepsDone(standing)};
        FlowPicture &flow = slide.flow;
        const bool isOver = standing.state == theme::State::Failed;
        flow.amount = m_amount;
        flow.hasLeft = standing.hasLeft;
        flow.hasArrived = standing.hasArrived;
        flow.sender = {m_moments.senderBank, m_from, balanceOf(then, Side::Sender, m_moments.way.from),
                       senderChange(standing.hasLeft, m_amount), standing.isSenderDown};
        flow.receiver = {m_moments.receiverBank, m_to, balanceOf(then, Side::Receiver, m_moments.way.to),
                         receiverChange(standing.hasLeft, standing.hasArrived, isOver, m_amount),
                         standing.isReceiverDown};
        flow.memory = memoryWords(memoryAt(standing), m_from, m_to, m_amount);
        flow.isCoordinatorDown = standing.isCoordinatorDown;
        const bool isCalling =
            standing.state && standing.state != theme::State::Prepared && !standing.isCoordinatorDown;
        if (flow.isInFlight() && isCalling)
            flow.again = tr("asked until it answers");
        addSum(slide, then);
        return slide;
    }

    static QString balanceOf(const StateThen &then, Side side, int user)
    {
        for (const BalanceThen &one : then.balances) {
            if (one.account.side == side && one.account.user == user)
                return widgets::formatMoney(one.account.balance);
        }
        return u"–"_s;
    }

    /// Whether it is right is asked of the total that it began with.
    void addSum(StorySlide &slide, const StateThen &then) const
    {
        if (then.balances.isEmpty())
            return;
        core::Money sums[2];
        for (const BalanceThen &one : then.balances) {
            core::Money &sum = sums[one.account.side == Side::Sender ? 0 : 1];
            sum = sum + one.account.balance;
        }
        slide.terms = {{m_moments.senderBank, widgets::formatMoney(sums[0])},
                       {tr("In flight"), widgets::formatMoney(then.inFlight), true},
                       {m_moments.receiverBank, widgets::formatMoney(sums[1])}};
        slide.total = {tr("Always"), widgets::formatMoney(then.total)};
        const core::Money missing = stateAt(m_moments, 0).total - then.total;
        const bool isGood = missing == core::Money();
        slide.tone = isGood ? theme::Tone::Good : theme::Tone::Bad;
        slide.verdict = isGood ? tr("All money accounted for") : tr("%1 missing").arg(widgets::formatMoney(missing));
    }

    const Moments &m_moments;
    QString m_amount;
    QString m_from;
    QString m_to;
};

} // namespace

std::pair<QString, QString> headlineOf(const QString &caption)
{
    for (qsizetype i = 0; i < caption.size(); ++i) {
        const QChar sign = caption.at(i);
        const bool isChinese = sign == u'。' || sign == u'！' || sign == u'？';
        const bool isEnd = sign == u'.' || sign == u'!' || sign == u'?';
        if (isChinese || (isEnd && i + 1 < caption.size() && caption.at(i + 1).isSpace()))
            return {caption.first(i + 1), caption.sliced(i + 1).trimmed()};
    }
    return {caption, {}};
}

std::chrono::milliseconds readingTime(const StorySlide &slide)
{
    std::chrono::milliseconds time{0};
    for (const QChar sign : QString(slide.headline + slide.explanation))
        time += sign.script() == QChar::Script_Han ? perIdeograph : perLetter;
    return std::max(time, readingTimeMin);
}

QList<StorySlide> slidesOf(const Moments &moments)
{
    return Scenes(moments).tell();
}

} // namespace ui
