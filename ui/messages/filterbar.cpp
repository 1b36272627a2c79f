// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/filterbar.h"

#include "ui/messages/underline.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/switch.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {

constexpr auto settleTime = 250ms;

struct StatusWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::FilterBar)
public:
    static QString of(const QString &word)
    {
        if (word == u"waiting")
            //: messages that are not finished
            return tr("Waiting");
        if (word == u"retrying")
            return widgets::stateWord(theme::State::Retrying);
        if (word == u"stalled")
            return widgets::stateWord(theme::State::Stalled);
        return widgets::stateWord(theme::State(stateIndex(word)));
    }

private:
    static theme::State stateIndex(const QString &word)
    {
        static const QHash<QString, theme::State> states{{u"prepared"_s, theme::State::Prepared},
                                                         {u"submitted"_s, theme::State::Submitted},
                                                         {u"succeed"_s, theme::State::Succeed},
                                                         {u"failed"_s, theme::State::Failed}};
        return states.value(word);
    }
};

} // namespace

FilterBar::FilterBar(const theme::Theme &theme, std::function<core::TimePoint()> now, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_now(std::move(now))
    , m_state(new QComboBox)
    , m_text(new widgets::SearchBox(theme, {}))
    , m_live(new widgets::Switch(theme, {}))
    , m_refresh(new widgets::IconButton(theme, u"replay"_s, {}))
    , m_held(new QLabel)
    , m_problem(new QLabel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(createRow());
    column->addWidget(m_problem);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    theme::setTextSize(*m_problem, theme::TextSize::Small);
    theme::setTone(*m_problem, theme::Tone::Bad);
    nameParts();
    connectParts();
    setHeld(0, false);
    retranslate();
}

QLayout *FilterBar::createRow()
{
    m_text->setIconName(u"filter"_s);
    m_text->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_F));
    m_live->setChecked(true);
    theme::setTone(*m_held, theme::Tone::Accent);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_state);
    row->addWidget(m_text, 1);
    row->addWidget(m_live);
    row->addWidget(m_held);
    row->addWidget(m_refresh);
    return row;
}

void FilterBar::nameParts()
{
    m_state->setObjectName(u"statePicker"_s);
    m_text->setObjectName(u"filterText"_s);
    m_live->setObjectName(u"live"_s);
    m_refresh->setObjectName(u"refresh"_s);
    m_held->setObjectName(u"held"_s);
    m_problem->setObjectName(u"filterProblem"_s);
}

void FilterBar::connectParts()
{
    m_text->installEventFilter(this);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &FilterBar::emitIfOk);
    connect(m_text, &QLineEdit::textChanged, this, [this] {
        lookAtText();
        m_settle.start();
    });
    connect(m_state, &QComboBox::activated, this, &FilterBar::pickStatus);
    connect(m_live, &QAbstractButton::toggled, this, &FilterBar::liveChanged);
    connect(m_refresh, &QAbstractButton::clicked, this, &FilterBar::refreshRequested);
    connect(&m_theme, &theme::Theme::changed, this, &FilterBar::lookAtText);
}

QString FilterBar::text() const
{
    return m_text->text();
}

void FilterBar::setText(const QString &text)
{
    if (text == m_text->text())
        return;
    m_text->setText(text);
    emitIfOk();
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

core::store::Filter FilterBar::filter() const
{
    return FilterParser::parse(m_text->text(), m_now()).filter;
}

bool FilterBar::isLive() const
{
    return m_live->isChecked();
}

void FilterBar::setLive(bool live)
{
    m_live->setChecked(live);
}

void FilterBar::setHeld(int count, bool orMore)
{
    m_held->setVisible(count > 0 || orMore);
    const QString number = widgets::formatCount(count);
    //: %1 new messages came while the list was paused
    m_held->setText(tr("%1 new").arg(orMore ? number + u'+' : number));
}

/// Enter goes to the list at once; the filter does not wait for the pause in typing then.
bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Down)
        return QWidget::eventFilter(watched, event);
    if (m_settle.isActive())
        emitIfOk();
    emit leaveRequested();
    return true;
}

void FilterBar::lookAtText()
{
    const ParsedFilter parsed = FilterParser::parse(m_text->text(), m_now());
    showProblems(parsed);
    showStatus(parsed);
}

void FilterBar::emitIfOk()
{
    m_settle.stop();
    if (FilterParser::parse(m_text->text(), m_now()).ok())
        emit filterChanged();
}

void FilterBar::showProblems(const ParsedFilter &parsed)
{
    underline(*m_text, parsed.problems, m_theme.tokens().failed.text);
    m_problem->setVisible(!parsed.ok());
    m_problem->setText(parsed.ok() ? QString() : parsed.problems.first().sentence);
    m_text->setProperty("invalid", !parsed.ok());
    m_text->style()->unpolish(m_text);
    m_text->style()->polish(m_text);
}

void FilterBar::showStatus(const ParsedFilter &parsed)
{
    const int index = m_state->findData(parsed.status);
    m_state->setCurrentIndex(index); // none fits a list of several
}

void FilterBar::pickStatus(int index)
{
    setText(withStatus(m_text->text(), m_state->itemData(index).toString()));
}

void FilterBar::fillPicker()
{
    m_state->clear();
    m_state->addItem(tr("Any state"), QString());
    for (const QString &word : FilterParser::statusWords())
        m_state->addItem(StatusWords::of(word), word);
    m_state->setPlaceholderText(tr("Several states"));
}

void FilterBar::retranslate()
{
    fillPicker();
    lookAtText();
    m_state->setAccessibleName(tr("State"));
    m_text->setPlaceholderText(tr("Filter: gid, URL, payload, or attempts>3 age>5m url~TransIn"));
    m_text->setAccessibleName(tr("Filter"));
    m_live->setText(tr("Live"));
    m_live->setAccessibleName(tr("Live"));
    m_live->setToolTip(tr("Shows changes as they come (Space in the list pauses)"));
    m_refresh->setToolTip(tr("Read again (F5)"));
    m_refresh->setAccessibleName(tr("Read again"));
}

} // namespace ui
