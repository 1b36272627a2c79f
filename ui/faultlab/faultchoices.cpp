// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/faultchoices.h"

#include "ui/faultlab/pointwords.h"
#include "ui/theme/textsize.h"
#include "ui/widgets/elidedlabel.h"

#include <QButtonGroup>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QRadioButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::Fault;
using core::FaultMode;

namespace {

constexpr int fieldWidth = 76;
constexpr int choiceHeight = 32;
constexpr int fieldGap = 4;
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

template<typename Box> Box *makeField(const QString &name, decltype(Box().value()) least, decltype(Box().value()) most)
{
    auto *box = new Box;
    box->setObjectName(name);
    box->setRange(least, most);
    box->setFixedWidth(fieldWidth);
    return box;
}

/// One line of a group, with its field at the right; null: it has none.
QRadioButton *addChoice(QVBoxLayout &column, QButtonGroup &group, int id, const QString &name, QWidget *field)
{
    auto *button = new QRadioButton;
    button->setObjectName(name);
    group.addButton(button, id);
    // Qt gives Tab to the checked one alone once somebody was in the group, and does not look again when another is
    // checked by the program.
    QObject::connect(button, &QRadioButton::toggled, button,
                     [button](bool on) { button->setFocusPolicy(on ? Qt::StrongFocus : Qt::ClickFocus); });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(button);
    row->addStretch(1);
    if (field)
        row->addWidget(field);
    auto *line = new QWidget;
    line->setMinimumHeight(choiceHeight);
    const int above = field ? fieldGap / 2 : 0; // fields of two rows do not touch
    row->setContentsMargins(0, above, 0, above);
    line->setLayout(row);
    column.addWidget(line);
    return button;
}

} // namespace

QLabel *makeFaultHeading()
{
    auto *label = new QLabel;
    theme::setTextSize(*label, theme::TextSize::Small);
    theme::setTone(*label, theme::Tone::Muted);
    label->setProperty("emphasis", true);
    label->setContentsMargins(0, 12, 0, 2);
    return label;
}

FaultChoices::FaultChoices(QWidget *parent)
    : QWidget(parent)
    , m_whatHeading(makeFaultHeading())
    , m_modes(new QButtonGroup(this))
    , m_status(makeField<QSpinBox>(u"faultStatus"_s, 200, 599))
    , m_delay(makeField<QDoubleSpinBox>(u"faultDelay"_s, 0.1, 600.0))
    , m_oftenHeading(makeFaultHeading())
    , m_often(new QButtonGroup(this))
    , m_times(makeField<QSpinBox>(u"faultTimes"_s, 1, 999))
    , m_every(makeField<QSpinBox>(u"faultEvery"_s, 2, 999))
    , m_lasts(makeField<QSpinBox>(u"faultLasts"_s, 1, 3600))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_whatHeading);
    createModes(*column);
    column->addWidget(m_oftenHeading);
    createOften(*column);
}

void FaultChoices::createModes(QVBoxLayout &column)
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
    connect(m_modes, &QButtonGroup::idClicked, this, &FaultChoices::changed);
    connect(m_status, &QSpinBox::valueChanged, this, [this] { takeNumber(m_modes->button(int(FaultMode::Answer))); });
    connect(m_delay, &QDoubleSpinBox::valueChanged, this,
            [this] { takeNumber(m_modes->button(int(FaultMode::Delay))); });
}

void FaultChoices::createOften(QVBoxLayout &column)
{
    addChoice(column, *m_often, int(Often::Once), u"often-once"_s, nullptr);
    addChoice(column, *m_often, int(Often::Times), u"often-times"_s, m_times);
    addChoice(column, *m_often, int(Often::Every), u"often-every"_s, m_every);
    addChoice(column, *m_often, int(Often::Always), u"often-always"_s, nullptr);
    addChoice(column, *m_often, int(Often::ForTime), u"often-fortime"_s, m_lasts);
    connect(m_often, &QButtonGroup::idClicked, this, &FaultChoices::changed);
    for (const auto &[field, often] :
         {std::pair(m_times, Often::Times), std::pair(m_every, Often::Every), std::pair(m_lasts, Often::ForTime)})
        connect(field, &QSpinBox::valueChanged, this, [this, own = often] { takeNumber(m_often->button(int(own))); });
}

/// Who sets a number wants what it belongs to.
void FaultChoices::takeNumber(QAbstractButton *chosen)
{
    if (m_isLoading)
        return;
    if (chosen->isEnabled())
        chosen->setChecked(true);
    emit changed();
}

/// Only one of Fail and Fail with status has a meaning at a point; the other is not shown.
void FaultChoices::showPoint(const QByteArray &point)
{
    m_point = point;
    const core::FaultPoint *known = core::findFaultPoint(point);
    const bool answers = known && known->modes.contains(FaultMode::Answer);
    for (const FaultMode mode : shownModes()) {
        QAbstractButton *button = m_modes->button(int(mode));
        const QString reason = PointWords::whyNot(point, mode);
        const bool isTwin = (mode == FaultMode::Fail && answers) || (mode == FaultMode::Answer && !answers);
        button->parentWidget()->setVisible(!isTwin);
        button->setEnabled(reason.isEmpty());
        button->setToolTip(reason);
        m_reasons.value(int(mode))->setText(reason);
    }
    m_status->setEnabled(answers);
    m_delay->setVisible(known && known->modes.contains(FaultMode::Delay));
}

void FaultChoices::setFault(const Fault &fault)
{
    const QScopedValueRollback loading(m_isLoading, true);
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
}

void FaultChoices::fillIn(Fault &fault) const
{
    fault.mode = FaultMode(m_modes->checkedId());
    fault.status = m_status->value();
    if (fault.mode == FaultMode::Delay)
        fault.delay = std::chrono::milliseconds(qRound64(m_delay->value() * 1000));
    switch (Often(m_often->checkedId())) {
    case Often::Once:
        fault.times = 1;
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
}

void FaultChoices::focusModes()
{
    if (QAbstractButton *button = m_modes->checkedButton())
        button->setFocus(Qt::OtherFocusReason);
}

void FaultChoices::retranslate()
{
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
    showPoint(m_point);
}

} // namespace ui
