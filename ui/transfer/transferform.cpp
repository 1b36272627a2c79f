// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/transferform.h"

#include "ui/theme/theme.h"
#include "ui/transfer/accountpicker.h"
#include "ui/transfer/modechoice.h"
#include "ui/transfer/presetwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columnscroll.h"
#include "ui/widgets/fieldbox.h"
#include "ui/widgets/switch.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

const QKeySequence sendKeys(Qt::CTRL | Qt::Key_Return);

/// "Bank A · SQLite": the kind of its place without the file.
QString pickerText(const BankInfo &bank)
{
    return bank.name + u" · "_s + bank.place.section(u" · "_s, 0, 0);
}

} // namespace

TransferForm::TransferForm(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_card(new widgets::Card)
{
    m_likeLast = new widgets::Button(theme, widgets::Button::Kind::Quiet, {});
    m_likeLast->setIconName(u"replay"_s);
    m_likeLast->setObjectName(u"likeLast"_s);
    m_card->addHeaderWidget(m_likeLast);

    auto *fields = new QWidget;
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(16, 4, 16, 12);
    column->setSpacing(16);
    column->addWidget(createParties());
    column->addWidget(createFields());
    m_howLabel = new QLabel;
    m_modes = new ModeChoice(theme);
    column->addWidget(m_howLabel);
    column->addWidget(m_modes);
    column->addStretch(1);

    auto *scroll = new widgets::ColumnScroll(fields);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_card->body()->addWidget(scroll, 1);
    m_card->body()->addWidget(createFoot());

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(m_card);
    connectFields();
    retranslate();
    setOrder({});
}

QWidget *TransferForm::createParties()
{
    auto *parties = new QWidget;
    auto *grid = new QGridLayout(parties);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    m_fromLabel = new QLabel;
    m_toLabel = new QLabel;
    m_from = new AccountPicker(m_theme, theme::Bank::A);
    m_to = new AccountPicker(m_theme, theme::Bank::B);
    m_from->setObjectName(u"from"_s);
    m_to->setObjectName(u"to"_s);
    m_fromLabel->setBuddy(m_from);
    m_toLabel->setBuddy(m_to);
    auto *arrow = new QLabel;
    const auto drawArrow = [this, arrow] {
        arrow->setPixmap(theme::iconPixmap(u"arrow-right"_s, m_theme.tokens().accent, 16, devicePixelRatioF()));
    };
    connect(&m_theme, &theme::Theme::changed, arrow, drawArrow);
    drawArrow();
    grid->addWidget(m_fromLabel, 0, 0);
    grid->addWidget(m_toLabel, 0, 2);
    grid->addWidget(m_from, 1, 0);
    grid->addWidget(arrow, 1, 1);
    grid->addWidget(m_to, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);
    return parties;
}

QWidget *TransferForm::createFields()
{
    m_boxes = {{OrderField::Amount, new widgets::FieldBox(u"amount"_s)},
               {OrderField::Count, new widgets::FieldBox(u"count"_s)},
               {OrderField::Rate, new widgets::FieldBox(u"rate"_s)},
               {OrderField::Delay, new widgets::FieldBox(u"delay"_s)}};
    auto *fields = new QWidget;
    auto *grid = new QGridLayout(fields);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->addWidget(box(OrderField::Amount), 0, 0);
    grid->addWidget(box(OrderField::Count), 0, 1);
    grid->addWidget(box(OrderField::Rate), 0, 2);
    grid->addWidget(box(OrderField::Delay), 1, 0);
    grid->addWidget(createPresetBox(), 1, 1);
    grid->addWidget(createWaitBox(), 1, 2);
    for (int columnIndex = 0; columnIndex < 3; ++columnIndex)
        grid->setColumnStretch(columnIndex, 1);
    return fields;
}

QWidget *TransferForm::createWaitBox()
{
    auto *waiting = new QWidget;
    auto *column = new QVBoxLayout(waiting);
    column->setContentsMargins({});
    column->setSpacing(8);
    m_waitLabel = new QLabel;
    m_wait = new widgets::Switch(m_theme, {});
    m_wait->setObjectName(u"wait"_s);
    m_wait->setCheckable(true);
    column->addWidget(m_waitLabel);
    column->addWidget(m_wait, 0, Qt::AlignLeft);
    column->addStretch(1);
    return waiting;
}

QWidget *TransferForm::createPresetBox()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(4);
    m_presetLabel = new QLabel;
    m_preset = new QComboBox;
    m_preset->setObjectName(u"preset"_s);
    m_preset->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_preset->setMinimumContentsLength(1);
    for (const FaultPreset preset : allFaultPresets)
        m_preset->addItem({}, int(preset));
    m_presetLabel->setBuddy(m_preset);
    column->addWidget(m_presetLabel);
    column->addWidget(m_preset);
    column->addStretch(1);
    return box;
}

QWidget *TransferForm::createFoot()
{
    auto *foot = new QWidget;
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(16, 8, 16, 16);
    column->setSpacing(12);
    auto *summaryFrame = new QFrame;
    summaryFrame->setProperty("card", true);
    auto *summaryRow = new QVBoxLayout(summaryFrame);
    summaryRow->setContentsMargins(14, 10, 14, 10);
    m_summary = new QLabel;
    m_summary->setObjectName(u"summary"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::RichText);
    summaryRow->addWidget(m_summary);

    m_refusal = new QLabel;
    m_refusal->setObjectName(u"refusal"_s);
    m_refusal->setWordWrap(true);
    m_refusal->setTextFormat(Qt::PlainText);
    theme::setTone(*m_refusal, theme::Tone::Bad);
    m_refusal->hide();

    m_hint = new QLabel;
    m_hint->setObjectName(u"hint"_s);
    m_hint->setWordWrap(true);
    theme::setTone(*m_hint, theme::Tone::Muted);
    m_send = new widgets::Button(m_theme, widgets::Button::Kind::Primary, {});
    m_send->setObjectName(u"send"_s);
    m_send->setIconName(u"arrow-right"_s);
    m_send->setKeyHint(sendKeys);
    m_labOn = new widgets::Button(m_theme, widgets::Button::Kind::Plain, {});
    m_labOn->setObjectName(u"labOn"_s);
    m_labOn->setIconName(u"bolt"_s);
    m_labOn->hide();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_labOn);
    buttons->addWidget(m_send);
    m_lastRow = new QBoxLayout(QBoxLayout::LeftToRight);
    m_lastRow->addWidget(m_hint, 1);
    m_lastRow->addLayout(buttons);
    column->addWidget(summaryFrame);
    column->addWidget(m_refusal);
    column->addLayout(m_lastRow);
    return foot;
}

void TransferForm::connectFields()
{
    for (widgets::FieldBox *field : std::as_const(m_boxes))
        connect(field, &widgets::FieldBox::textChanged, this, &TransferForm::check);
    connect(m_from, &QComboBox::currentIndexChanged, this, &TransferForm::check);
    connect(m_to, &QComboBox::currentIndexChanged, this, &TransferForm::check);
    connect(m_wait, &QAbstractButton::toggled, this, &TransferForm::check);
    connect(m_send, &QAbstractButton::clicked, this, &TransferForm::send);
    connect(m_labOn, &QAbstractButton::clicked, this, &TransferForm::faultLabWanted);
    connect(m_preset, &QComboBox::currentIndexChanged, this, &TransferForm::check);
    connect(m_modes, &ModeChoice::changed, this, &TransferForm::check);
    connect(m_likeLast, &QAbstractButton::clicked, this, [this] {
        if (m_lastOrder)
            setOrder(*m_lastOrder);
    });
    new QShortcut(sendKeys, this, this, &TransferForm::send, Qt::WindowShortcut);
}

widgets::FieldBox *TransferForm::box(OrderField field) const
{
    return m_boxes.value(field);
}

void TransferForm::setBanks(const QList<BankInfo> &banks)
{
    if (banks.size() < 2)
        return;
    m_from->setBankName(pickerText(banks.at(0)));
    m_to->setBankName(pickerText(banks.at(1)));
}

void TransferForm::setAccounts(const QList<AccountRow> &from, const QList<AccountRow> &to)
{
    m_from->setAccounts(from);
    m_to->setAccounts(to);
    showSummary(input());
}

void TransferForm::setOrder(const TransferOrder &order)
{
    const OrderTexts texts = OrderInput::textsOf(order);
    m_from->setUserId(order.fromUser);
    m_to->setUserId(order.toUser);
    box(OrderField::Amount)->setText(texts.amount);
    box(OrderField::Count)->setText(texts.count);
    box(OrderField::Rate)->setText(texts.rate);
    box(OrderField::Delay)->setText(texts.delay);
    m_wait->setChecked(order.waitResult);
    m_modes->setMode(order.mode);
    m_preset->setCurrentIndex(m_preset->findData(int(order.preset)));
    check();
}

void TransferForm::setLastOrder(const std::optional<TransferOrder> &order)
{
    m_lastOrder = order;
    m_likeLast->setEnabled(order.has_value());
    m_likeLast->setToolTip(order ? tr("Fill in what was sent last") : tr("Nothing was sent yet"));
}

void TransferForm::setObstacle(const QString &reason)
{
    m_obstacle = reason;
    showObstacle();
}

void TransferForm::setNaiveObstacle(const QString &reason)
{
    m_modes->setNaiveObstacle(reason);
}

void TransferForm::setFaultObstacle(const QString &reason, bool mayBeOpened)
{
    m_labObstacle = reason;
    m_labOn->setProperty("mayBeOpened", mayBeOpened);
    showObstacle();
}

/// Of the whole form first, then of the fault that is chosen.
QString TransferForm::obstacle() const
{
    const auto preset = FaultPreset(m_preset->currentData().toInt());
    if (!m_obstacle.isEmpty() || preset == FaultPreset::None)
        return m_obstacle;
    if (m_modes->mode() == TransferMode::Naive && !strikesNaive(preset))
        return tr("A naive transfer submits nothing: this fault cannot strike it");
    return m_labObstacle;
}

void TransferForm::showObstacle()
{
    const QString reason = obstacle();
    m_send->setEnabled(reason.isEmpty());
    m_send->setToolTip(reason);
    m_hint->setText(reason);
    emit obstacleChanged(reason);
    const bool isOpenedHere = !reason.isEmpty() && reason == m_labObstacle && m_labOn->property("mayBeOpened").toBool();
    m_labOn->setVisible(isOpenedHere);
    // beside two buttons its words would stand one below the other
    m_lastRow->setDirection(isOpenedHere ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void TransferForm::showRefusal(const QString &reason)
{
    m_refusal->setText(reason);
    m_refusal->setVisible(!reason.isEmpty());
}

OrderInput TransferForm::input() const
{
    TransferOrder base;
    base.fromUser = m_from->userId();
    base.toUser = m_to->userId();
    base.waitResult = m_wait->isChecked();
    base.mode = m_modes->mode();
    base.preset = FaultPreset(m_preset->currentData().toInt());
    return OrderInput::read({box(OrderField::Amount)->text(), box(OrderField::Count)->text(),
                             box(OrderField::Rate)->text(), box(OrderField::Delay)->text()},
                            base);
}

void TransferForm::check()
{
    const OrderInput read = input();
    for (auto field = m_boxes.cbegin(); field != m_boxes.cend(); ++field)
        field.value()->setProblem(read.problem(field.key()));
    showRefusal({});
    showSummary(read);
    const bool isNaive = m_modes->mode() == TransferMode::Naive; // it has neither
    m_wait->setEnabled(!isNaive);
    box(OrderField::Delay)->setEnabled(!isNaive);
    m_preset->setToolTip(presetHint(FaultPreset(m_preset->currentData().toInt())));
    showObstacle();
}

void TransferForm::showSummary(const OrderInput &read)
{
    if (!read.ok()) {
        m_summary->setText(tr("Put right what is marked above, then it can be sent."));
        m_send->setText(tr("Send"));
        return;
    }
    m_summary->setText(u"<b>%1</b> %2"_s.arg(OrderInput::sumText(read.order()).toHtmlEscaped(),
                                             OrderInput::effectText(read.order(), m_from->balance()).toHtmlEscaped()));
    m_send->setText(tr("Send %Ln transfer(s)", nullptr, read.order().count));
}

void TransferForm::send()
{
    if (!obstacle().isEmpty())
        return;
    const OrderInput read = input();
    if (read.ok())
        return emit orderGiven(read.order());
    for (auto field = m_boxes.cbegin(); field != m_boxes.cend(); ++field) {
        if (!read.problem(field.key()).isEmpty())
            return field.value()->edit()->setFocus();
    }
}

void TransferForm::retranslate()
{
    m_card->setTitle(tr("Transfer"));
    m_likeLast->setText(tr("Like the last one"));
    m_fromLabel->setText(tr("From"));
    m_toLabel->setText(tr("To"));
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    box(OrderField::Amount)->setLabel(tr("Amount each"));
    box(OrderField::Count)->setLabel(tr("Count"));
    box(OrderField::Rate)->setLabel(tr("Rate"));
    box(OrderField::Rate)->setUnit(tr("/ s", "per second"));
    box(OrderField::Delay)->setLabel(tr("Delay before delivery"));
    box(OrderField::Delay)->setUnit(tr("s", "seconds"));
    m_waitLabel->setText(tr("Wait for the result"));
    m_wait->setText(tr("after the first pass"));
    m_wait->setAccessibleName(tr("Wait for the result"));
    m_howLabel->setText(tr("How it is sent"));
    m_presetLabel->setText(tr("Fault preset"));
    m_preset->setAccessibleName(tr("Fault preset"));
    for (int index = 0; index < m_preset->count(); ++index) {
        const auto preset = FaultPreset(m_preset->itemData(index).toInt());
        m_preset->setItemText(index, presetText(preset));
        m_preset->setItemData(index, presetHint(preset), Qt::ToolTipRole);
    }
    m_labOn->setText(tr("Switch the Fault Lab On"));
    m_modes->retranslate();
    setLastOrder(m_lastOrder);
    check();
}

} // namespace ui
