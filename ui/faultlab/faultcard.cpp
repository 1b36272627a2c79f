// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/faultcard.h"

#include "ui/faultlab/consequence.h"
#include "ui/faultlab/pointwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columnscroll.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/searchbox.h"

#include <QButtonGroup>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::Fault;
using core::FaultMode;

namespace {

constexpr int padding = 16;
constexpr int fieldWidth = 76;
constexpr int rowHeight = 32;
constexpr int fieldGap = 4;
constexpr int iconSide = 20;
constexpr std::chrono::seconds usualLasts{60};
constexpr int usualTimes = 3;
constexpr int usualEvery = 5;
constexpr std::chrono::milliseconds usualDelay{3000};

const QList<FaultMode> &shownModes()
{
    static const QList<FaultMode> modes{FaultMode::Fail,      FaultMode::Answer, FaultMode::Delay, FaultMode::Drop,
                                        FaultMode::Duplicate, FaultMode::Hold,   FaultMode::Crash};
    return modes;
}

/// What is armed first where nothing else was set.
Fault usualFault(const QByteArray &point)
{
    const core::FaultPoint *known = core::findFaultPoint(point);
    Fault fault{.point = point, .delay = usualDelay};
    for (const FaultMode mode : {FaultMode::Answer, FaultMode::Fail, FaultMode::Drop, FaultMode::Delay}) {
        if (known && known->modes.contains(mode)) {
            fault.mode = mode;
            break;
        }
    }
    return fault;
}

QLabel *makeHeading()
{
    auto *label = new QLabel;
    theme::setTextSize(*label, theme::TextSize::Small);
    theme::setTone(*label, theme::Tone::Muted);
    label->setProperty("emphasis", true);
    label->setContentsMargins(0, 12, 0, 2);
    return label;
}

QLabel *makeText(theme::Tone tone)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    theme::setTone(*label, tone);
    return label;
}

template<typename Box> Box *makeField(const QString &name, decltype(Box().value()) least, decltype(Box().value()) most)
{
    auto *box = new Box;
    box->setObjectName(name);
    box->setRange(least, most);
    box->setFixedWidth(fieldWidth);
    return box;
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
    , m_whatHeading(makeHeading())
    , m_modes(new QButtonGroup(this))
    , m_status(makeField<QSpinBox>(u"faultStatus"_s, 200, 599))
    , m_delay(makeField<QDoubleSpinBox>(u"faultDelay"_s, 0.1, 600.0))
    , m_oftenHeading(makeHeading())
    , m_often(new QButtonGroup(this))
    , m_times(makeField<QSpinBox>(u"faultTimes"_s, 1, 999))
    , m_every(makeField<QSpinBox>(u"faultEvery"_s, 2, 999))
    , m_lasts(makeField<QSpinBox>(u"faultLasts"_s, 1, 3600))
    , m_onlyHeading(makeHeading())
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
    column->addWidget(m_whatHeading);
    createModes(*column);
    column->addWidget(m_oftenHeading);
    createOften(*column);
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

QRadioButton *FaultCard::addChoice(QVBoxLayout &column, QButtonGroup &group, int id, const QString &name,
                                   QWidget *field)
{
    auto *button = new QRadioButton;
    button->setObjectName(name);
    group.addButton(button, id);
    // Qt gives Tab to the checked one alone once somebody was in the group, and does not look again when another is
    // checked by the program.
    connect(button, &QRadioButton::toggled, button,
            [button](bool on) { button->setFocusPolicy(on ? Qt::StrongFocus : Qt::ClickFocus); });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(button);
    row->addStretch(1);
    if (field)
        row->addWidget(field);
    auto *line = new QWidget;
    line->setMinimumHeight(rowHeight);
    const int above = field ? fieldGap / 2 : 0; // fields of two rows do not touch
    row->setContentsMargins(0, above, 0, above);
    line->setLayout(row);
    column.addWidget(line);
    return button;
}

void FaultCard::createModes(QVBoxLayout &column)
{
    m_delay->setDecimals(1);
    for (const FaultMode mode : shownModes()) {
        QWidget *field = nullptr;
        if (mode == FaultMode::Answer)
            field = m_status;
        else if (mode == FaultMode::Delay)
            field = m_delay;
        auto *button =
            addChoice(column, *m_modes, int(mode), u"mode-"_s + QString::fromLatin1(core::faultModeName(mode)), field);
        auto *reason = new widgets::ElidedLabel;
        reason->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        theme::setTextSize(*reason, theme::TextSize::Small);
        theme::setTone(*reason, theme::Tone::Muted);
        m_reasons.insert(int(mode), reason);
        static_cast<QHBoxLayout *>(button->parentWidget()->layout())->insertWidget(2, reason);
    }
    connect(m_modes, &QButtonGroup::idClicked, this, &FaultCard::showConsequence);
    connect(m_status, &QSpinBox::valueChanged, this, [this] {
        if (!m_isLoading && m_modes->button(int(FaultMode::Answer))->isEnabled())
            m_modes->button(int(FaultMode::Answer))->setChecked(true);
        showConsequence();
    });
    connect(m_delay, &QDoubleSpinBox::valueChanged, this, [this] {
        if (!m_isLoading && m_modes->button(int(FaultMode::Delay))->isEnabled())
            m_modes->button(int(FaultMode::Delay))->setChecked(true);
        showConsequence();
    });
}

void FaultCard::createOften(QVBoxLayout &column)
{
    addChoice(column, *m_often, int(Often::Once), u"often-once"_s, nullptr);
    addChoice(column, *m_often, int(Often::Times), u"often-times"_s, m_times);
    addChoice(column, *m_often, int(Often::Every), u"often-every"_s, m_every);
    addChoice(column, *m_often, int(Often::Always), u"often-always"_s, nullptr);
    addChoice(column, *m_often, int(Often::ForTime), u"often-fortime"_s, m_lasts);
    connect(m_often, &QButtonGroup::idClicked, this, &FaultCard::showConsequence);
    for (const auto &[field, often] :
         {std::pair(m_times, Often::Times), std::pair(m_every, Often::Every), std::pair(m_lasts, Often::ForTime)}) {
        connect(field, &QSpinBox::valueChanged, this, [this, own = often] {
            if (!m_isLoading)
                m_often->button(int(own))->setChecked(true);
            showConsequence();
        });
    }
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
    setFault(here ? here->fault : m_set.value(point, usualFault(point)));
    showProblem({});
    showHead();
    showModes();
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

void FaultCard::setFault(const Fault &fault)
{
    m_isLoading = true;
    m_modes->button(int(fault.mode))->setChecked(true);
    m_status->setValue(fault.status);
    m_delay->setValue(double((fault.delay.count() > 0 ? fault.delay : usualDelay).count()) / 1000.0);
    Often often = fault.times == 1 ? Often::Once : Often::Times;
    if (fault.lasts.count() > 0)
        often = Often::ForTime;
    else if (fault.every > 1)
        often = Often::Every;
    else if (fault.times == 0)
        often = Often::Always;
    m_often->button(int(often))->setChecked(true);
    m_times->setValue(fault.times > 1 ? fault.times : usualTimes);
    m_every->setValue(fault.every > 1 ? fault.every : usualEvery);
    m_lasts->setValue(int((fault.lasts.count() > 0 ? fault.lasts : usualLasts).count() / 1000));
    m_gid->setText(QString::fromLatin1(fault.gid));
    m_isLoading = false;
}

Fault FaultCard::fault() const
{
    Fault fault{.point = m_point, .mode = FaultMode(m_modes->checkedId()), .gid = m_gid->text().trimmed().toLatin1()};
    fault.status = m_status->value();
    if (fault.mode == FaultMode::Delay)
        fault.delay = std::chrono::milliseconds(qRound64(m_delay->value() * 1000));
    switch (Often(m_often->checkedId())) {
    case Often::Once:
        break;
    case Often::Times:
        fault.times = m_times->value();
        break;
    case Often::Every:
        fault.every = m_every->value();
        fault.skip = fault.every - 1;
        fault.times = 0;
        break;
    case Often::Always:
        fault.times = 0;
        break;
    case Often::ForTime:
        fault.times = 0;
        fault.lasts = std::chrono::seconds(m_lasts->value());
        break;
    }
    return fault;
}

void FaultCard::focusModes()
{
    if (QAbstractButton *button = m_modes->checkedButton())
        button->setFocus(Qt::OtherFocusReason);
}

/// Only one of Fail and Fail with status has a meaning at a point; the other is not shown.
void FaultCard::showModes()
{
    const core::FaultPoint *point = core::findFaultPoint(m_point);
    const bool answers = point && point->modes.contains(FaultMode::Answer);
    for (const FaultMode mode : shownModes()) {
        QAbstractButton *button = m_modes->button(int(mode));
        const QString reason = PointWords::whyNot(m_point, mode);
        const bool isTwin = (mode == FaultMode::Fail && answers) || (mode == FaultMode::Answer && !answers);
        button->parentWidget()->setVisible(!isTwin);
        button->setEnabled(reason.isEmpty());
        button->setToolTip(reason);
        m_reasons.value(int(mode))->setText(reason);
    }
    m_status->setEnabled(answers);
    m_delay->setVisible(point && point->modes.contains(FaultMode::Delay));
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
    if (m_isLoading || m_point.isEmpty())
        return;
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
    m_whatHeading->setText(tr("What happens"));
    for (const FaultMode mode : shownModes())
        m_modes->button(int(mode))->setText(PointWords::mode(mode));
    m_status->setAccessibleName(tr("HTTP status"));
    m_delay->setAccessibleName(tr("Delay in seconds"));
    //: unit: seconds
    m_delay->setSuffix(tr(" s"));
    m_oftenHeading->setText(tr("How often"));
    m_often->button(int(Often::Once))->setText(tr("Once"));
    m_often->button(int(Often::Times))->setText(tr("A number of times"));
    m_often->button(int(Often::Every))->setText(tr("Every n-th pass"));
    m_often->button(int(Often::Always))->setText(tr("Until cleared"));
    m_often->button(int(Often::ForTime))->setText(tr("For a time"));
    m_times->setAccessibleName(tr("Number of times"));
    m_times->setSuffix(u" ×"_s);
    m_every->setAccessibleName(tr("n, of every n-th pass"));
    m_lasts->setAccessibleName(tr("Seconds until it clears itself"));
    m_lasts->setSuffix(tr(" s"));
    m_onlyHeading->setText(tr("Only for"));
    m_gid->setPlaceholderText(tr("every message – or one gid"));
    m_gid->setAccessibleName(tr("Only for the message with this gid"));
    m_disarm->setText(tr("Disarm"));
    m_apply->setText(tr("Apply"));
    showHead();
    showModes();
    showButtons();
    showConsequence();
}

} // namespace ui
