// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/faultcard.h"

#include "ui/faultlab/consequence.h"
#include "ui/faultlab/faultchoices.h"
#include "ui/faultlab/pointwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columnscroll.h"
#include "ui/widgets/searchbox.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::Fault;
using core::FaultMode;

namespace {

constexpr int padding = 16;
constexpr int iconSide = 20;

/// What is armed first where nothing else was set.
Fault usualFault(const QByteArray &point)
{
    const core::FaultPoint *known = core::findFaultPoint(point);
    Fault fault{.point = point};
    for (const FaultMode mode : {FaultMode::Answer, FaultMode::Fail, FaultMode::Drop, FaultMode::Delay}) {
        if (known && known->modes.contains(mode)) {
            fault.mode = mode;
            break;
        }
    }
    return fault;
}

QLabel *makeText(theme::Tone tone)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    theme::setTone(*label, tone);
    return label;
}

} // namespace

FaultCard::FaultCard(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_card(new widgets::Card)
    , m_icon(new QLabel)
    , m_title(new QLabel)
    , m_badge(new QLabel)
    , m_place(makeText(theme::Tone::Muted))
    , m_choices(new FaultChoices)
    , m_onlyHeading(makeFaultHeading())
    , m_gid(new widgets::SearchBox(theme, {}))
    , m_consequence(makeText(theme::Tone::Normal))
    , m_problem(makeText(theme::Tone::Bad))
    , m_disarm(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_apply(new widgets::Button(theme, widgets::Button::Kind::Primary, {}))
{
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(padding, 4, padding, 8);
    column->setSpacing(0);
    column->addWidget(m_place);
    column->addWidget(m_choices);
    column->addWidget(m_onlyHeading);
    m_gid->setObjectName(u"faultGid"_s);
    m_gid->setIconName(u"filter"_s);
    column->addWidget(m_gid);
    column->addSpacing(12);
    m_consequence->setObjectName(u"faultConsequence"_s);
    m_consequence->setProperty("note", true);
    column->addWidget(m_consequence);
    column->addStretch(1);
    auto *scroll = new widgets::ColumnScroll(inner);
    scroll->setFocusPolicy(Qt::NoFocus); // its fields are
    m_card->body()->addWidget(createHead());
    m_card->body()->addWidget(scroll, 1);
    m_problem->setObjectName(u"faultProblem"_s);
    m_problem->setContentsMargins(padding, 0, padding, 0);
    m_problem->hide();
    m_card->body()->addWidget(m_problem);
    m_card->body()->addLayout(createButtons());
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_card);

    connect(m_choices, &FaultChoices::changed, this, &FaultCard::showConsequence);
    connect(m_gid, &QLineEdit::textChanged, this, &FaultCard::showConsequence);
    connect(&theme, &theme::Theme::changed, this, &FaultCard::showHead);
    retranslate();
}

QWidget *FaultCard::createHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(padding, 10, padding, 4);
    row->setSpacing(10);
    theme::setTextSize(*m_title, theme::TextSize::CardTitle);
    m_title->setObjectName(u"faultTitle"_s);
    m_title->setWordWrap(true);
    m_badge->setObjectName(u"faultBadge"_s);
    m_badge->setProperty("armedChip", true);
    row->addWidget(m_icon);
    row->addWidget(m_title, 1);
    row->addWidget(m_badge);
    return head;
}

QLayout *FaultCard::createButtons()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(padding, 8, padding, padding);
    m_disarm->setObjectName(u"disarmFault"_s);
    m_apply->setObjectName(u"applyFault"_s);
    m_apply->setIconName(u"bolt"_s);
    row->addWidget(m_disarm);
    row->addStretch(1);
    row->addWidget(m_apply);
    connect(m_apply, &QAbstractButton::clicked, this, &FaultCard::apply);
    connect(m_disarm, &QAbstractButton::clicked, this, [this] {
        if (const core::ArmedFault *armed = armedHere())
            emit disarmed(armed->id);
    });
    return row;
}

const core::ArmedFault *FaultCard::armedHere() const
{
    const auto found = std::find_if(m_armed.cbegin(), m_armed.cend(),
                                    [this](const core::ArmedFault &armed) { return armed.fault.point == m_point; });
    return found == m_armed.cend() ? nullptr : &*found;
}

void FaultCard::showPoint(const QByteArray &point, const QList<core::ArmedFault> &armed)
{
    if (!m_point.isEmpty() && point != m_point)
        m_set.insert(m_point, fault());
    m_point = point;
    m_armed = armed;
    const core::ArmedFault *here = armedHere();
    const Fault fault = here ? here->fault : m_set.value(point, usualFault(point));
    m_choices->showPoint(point);
    m_choices->setFault(fault);
    m_gid->setText(QString::fromLatin1(fault.gid));
    showProblem({});
    showHead();
    showButtons();
    showConsequence();
}

void FaultCard::setArmed(const QList<core::ArmedFault> &armed)
{
    m_armed = armed;
    showHead();
    showButtons();
}

void FaultCard::setWhyNot(const QString &whyNot)
{
    m_whyNot = whyNot;
    showButtons();
}

void FaultCard::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setHidden(problem.isEmpty());
}

Fault FaultCard::fault() const
{
    Fault fault{.point = m_point, .gid = m_gid->text().trimmed().toLatin1()};
    m_choices->fillIn(fault);
    return fault;
}

void FaultCard::focusModes()
{
    m_choices->focusModes();
}

void FaultCard::showHead()
{
    const ProtocolPoint *point = protocolPoint(m_point);
    const core::ArmedFault *armed = armedHere();
    //: number and title of a point of the protocol
    m_title->setText(point ? tr("%1 · %2").arg(point->number).arg(PointWords::title(m_point)) : QString());
    m_place->setText(PointWords::place(m_point));
    m_badge->setText(armed ? PointWords::left(*armed) : QString());
    m_badge->setVisible(armed);
    const theme::Tokens &tokens = m_theme.tokens();
    m_icon->setPixmap(
        theme::iconPixmap(u"bolt"_s, armed ? tokens.armedText : tokens.muted, iconSide, devicePixelRatioF()));
}

void FaultCard::showConsequence()
{
    if (!m_point.isEmpty())
        m_consequence->setText(Consequence::of(fault()));
}

void FaultCard::showButtons()
{
    const bool isArmed = armedHere();
    m_apply->setEnabled(m_whyNot.isEmpty() && !m_point.isEmpty());
    m_apply->setToolTip(m_whyNot.isEmpty() ? tr("Arm this fault") : m_whyNot);
    m_disarm->setEnabled(isArmed);
    m_disarm->setToolTip(isArmed ? tr("Take this fault away; what it holds goes on") : tr("Nothing is armed here."));
}

void FaultCard::apply()
{
    const core::ArmedFault *armed = armedHere();
    emit applied(fault(), armed ? armed->id : 0);
}

void FaultCard::retranslate()
{
    m_card->setAccessibleName(tr("Settings of the fault"));
    m_onlyHeading->setText(tr("Only for"));
    m_gid->setPlaceholderText(tr("every message – or one gid"));
    m_gid->setAccessibleName(tr("Only for the message with this gid"));
    m_disarm->setText(tr("Disarm"));
    m_apply->setText(tr("Apply"));
    m_choices->retranslate();
    showHead();
    showButtons();
    showConsequence();
}

} // namespace ui
