// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/visibletext.h"

#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

constexpr int iconSize = 32;
constexpr int textWidth = 420;

/// Muted words in the middle, in as many lines as they need. By stretches: with an alignment its height would not
/// follow its width.
QHBoxLayout *centred(QLabel &words)
{
    theme::setTone(words, theme::Tone::Muted);
    words.setWordWrap(true);
    words.setAlignment(Qt::AlignHCenter);
    words.setMaximumWidth(textWidth);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(&words, 1000);
    row->addStretch(1);
    return row;
}

} // namespace

EmptyState::EmptyState(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_button(new Button(theme, Button::Kind::Plain, {}, this))
    , m_whyNot(new QLabel(this))
{
    theme::setTextSize(*m_title, theme::TextSize::DialogTitle);
    m_whyNot->setObjectName(u"whyNot"_s);
    theme::setTextSize(*m_whyNot, theme::TextSize::Small);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(160);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addLayout(centred(*m_text));
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addLayout(centred(*m_whyNot));
    column->addStretch(3);

    connect(m_button, &QPushButton::clicked, this, [this] { emit actionRequested(m_face); });
    connect(&theme, &theme::Theme::changed, this, &EmptyState::refreshIcon);
    showLoading({});
}

void EmptyState::showLoading(const QString &what)
{
    show(Face::Loading, u"hourglass"_s, what.isEmpty() ? tr("Loading…") : what, {}, {});
}

void EmptyState::showEmpty(const QString &title, const QString &text, const QString &nextStep)
{
    show(Face::Empty, u"info"_s, title, text, nextStep);
}

void EmptyState::setObstacle(const QString &whyNot)
{
    m_obstacle = whyNot;
    refreshButton();
}

void EmptyState::showFilteredOut(qint64 total)
{
    //: %Ln is how many rows there are without the filter
    const QString text = tr("The filter hides all %Ln of them.", nullptr, int(qMin<qint64>(total, INT_MAX)));
    show(Face::FilteredOut, u"filter"_s, tr("Nothing matches"), text, tr("Clear filter"));
}

void EmptyState::showUnreachable(const QString &reason)
{
    show(Face::Unreachable, u"connections"_s, tr("Cannot be reached"), coreWords(reason), tr("Retry"));
}

void EmptyState::show(Face face, const QString &icon, const QString &title, const QString &text, const QString &button)
{
    m_face = face;
    m_iconName = icon;
    m_title->setText(title);
    m_text->setText(visibleText(text));
    m_text->setHidden(text.isEmpty());
    m_progress->setHidden(face != Face::Loading);
    m_button->setText(button);
    m_button->setHidden(button.isEmpty());
    refreshButton();
    setAccessibleName(title);
    setAccessibleDescription(text);
    refreshIcon();
}

/// A filter can always be cleared, and reading tried again.
void EmptyState::refreshButton()
{
    const QString whyNot = m_face == Face::Empty ? m_obstacle : QString();
    m_button->setEnabled(whyNot.isEmpty());
    m_button->setToolTip(whyNot);
    m_whyNot->setText(whyNot);
    m_whyNot->setHidden(whyNot.isEmpty() || m_button->isHidden());
}

void EmptyState::refreshIcon()
{
    const theme::Tokens &tokens = m_theme.tokens();
    const QColor color = m_face == Face::Unreachable ? tokens.failed.text : tokens.muted;
    m_icon->setPixmap(theme::iconPixmap(m_iconName, color, iconSize, devicePixelRatioF()));
}

} // namespace widgets
