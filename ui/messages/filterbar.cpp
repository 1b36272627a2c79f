// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/filterbar.h"

#include "ui/messages/filterhelp.h"
#include "ui/messages/filterpopup.h"
#include "ui/messages/underline.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/switch.h"

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

} // namespace

FilterBar::FilterBar(const theme::Theme &theme, Surroundings surroundings, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_surroundings(std::move(surroundings))
    , m_text(new widgets::SearchBox(theme, {}))
    , m_help(new widgets::IconButton(theme, u"question"_s, {}))
    , m_live(new widgets::Switch(theme, {}))
    , m_held(new widgets::Button(theme, widgets::Button::Kind::Link, {}))
    , m_problem(new QLabel)
    , m_fix(new widgets::Button(theme, widgets::Button::Kind::Link, {}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(createRow());
    column->addLayout(createProblemRow());
    nameParts();
    connectParts();
    m_popup =
        new FilterPopup(theme, *m_text, *this, m_surroundings.known); // after connectParts(): it gets the keys first
    setHeld(0, false);
    retranslate();
}

QLayout *FilterBar::createRow()
{
    m_text->setIconName(u"filter"_s);
    m_text->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_F));
    m_live->setChecked(true);
    m_row = new QHBoxLayout;
    m_row->setSpacing(8);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_help);
    m_row->addWidget(m_live);
    m_row->addWidget(m_held);
    return m_row;
}

QLayout *FilterBar::createProblemRow()
{
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    theme::setTextSize(*m_problem, theme::TextSize::Small);
    theme::setTone(*m_problem, theme::Tone::Bad);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_problem, 1);
    row->addWidget(m_fix);
    return row;
}

void FilterBar::nameParts()
{
    m_text->setObjectName(u"filterText"_s);
    m_help->setObjectName(u"filterHelp"_s);
    m_live->setObjectName(u"live"_s);
    m_held->setObjectName(u"held"_s);
    m_problem->setObjectName(u"filterProblem"_s);
    m_fix->setObjectName(u"filterFix"_s);
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
    connect(m_help, &QAbstractButton::clicked, this, &FilterBar::showHelp);
    connect(m_live, &QAbstractButton::toggled, this, &FilterBar::liveChanged);
    connect(m_held, &QAbstractButton::clicked, this, &FilterBar::showHeldRequested);
    connect(m_fix, &QAbstractButton::clicked, this, &FilterBar::applyFix);
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
    return FilterParser::parse(m_text->text(), m_surroundings.now()).filter;
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
    //: a button; new messages came that are not in view, nobody counted how many
    m_held->setText(count == 0 ? tr("New ones · Show")
                               //: a button; %1 new messages came that are not in view
                               : tr("%1 new · Show").arg(orMore ? number + u'+' : number));
    m_held->setAccessibleName(m_held->text());
}

void FilterBar::addTool(QWidget *tool)
{
    m_row->addWidget(tool);
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
    showProblems(FilterParser::parse(m_text->text(), m_surroundings.now()));
}

void FilterBar::emitIfOk()
{
    m_settle.stop();
    if (FilterParser::parse(m_text->text(), m_surroundings.now()).ok())
        emit filterChanged();
}

void FilterBar::showProblems(const ParsedFilter &parsed)
{
    const FilterProblem problem = parsed.ok() ? FilterProblem() : parsed.problems.first();
    underline(*m_text, parsed.problems, m_theme.tokens().failed.text);
    m_problem->setVisible(!parsed.ok());
    m_problem->setText(problem.sentence);
    m_fix->setVisible(!problem.fix.isEmpty());
    m_fix->setText(tr("Use %1").arg(problem.fix));
    m_text->setProperty("invalid", !parsed.ok());
    m_text->style()->unpolish(m_text);
    m_text->style()->polish(m_text);
}

void FilterBar::applyFix()
{
    const ParsedFilter parsed = FilterParser::parse(m_text->text(), m_surroundings.now());
    if (parsed.ok())
        return;
    const FilterProblem &problem = parsed.problems.first();
    setText(m_text->text().replace(problem.start, problem.length, problem.fix));
    m_text->setFocus();
}

void FilterBar::showHelp()
{
    auto *help = new FilterHelp(m_theme, window());
    help->setAttribute(Qt::WA_DeleteOnClose);
    help->open();
}

void FilterBar::retranslate()
{
    lookAtText();
    m_popup->retranslate();
    m_text->setPlaceholderText(tr("Filter: a gid, a URL, attempts>3, age>5m, url~TransIn"));
    m_text->setAccessibleName(tr("Filter"));
    m_help->setToolTip(tr("All terms of the filter"));
    m_help->setAccessibleName(m_help->toolTip());
    m_live->setText(tr("Live"));
    m_live->setAccessibleName(tr("Live"));
    m_live->setToolTip(tr("Shows changes as they come (Space in the list pauses)"));
}

} // namespace ui
