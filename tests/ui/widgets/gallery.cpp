// SPDX-License-Identifier: GPL-3.0-or-later
// Paints all widgets in light and dark into pictures, to look at beside the drawings: widgets_gallery FOLDER
#include "ui/theme/theme.h"
#include "ui/widgets/bankmark.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegates.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowstrip.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/optioncard.h"
#include "ui/widgets/progresssegments.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/statechip.h"
#include "ui/widgets/statusitem.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/tablesetup.h"
#include "ui/widgets/tabstrip.h"
#include "ui/widgets/totalplot.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QPainter>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>
#include <QTextStream>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using core::Money;

namespace {

class StillClock final : public core::Clock
{
public:
    core::TimePoint now() const override { return core::fromEpochMs(1'789'383'504'114); }
};

QHBoxLayout *rowOf(std::initializer_list<QWidget *> parts)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget *part : parts)
        row->addWidget(part);
    row->addStretch(1);
    return row;
}

QWidget *createRail(const theme::Theme &theme)
{
    using Place = widgets::NavRail::Place;
    auto *rail = new widgets::NavRail(theme);
    rail->addPage(u"overview"_s, u"overview"_s, u"Overview"_s);
    rail->addPage(u"messages"_s, u"messages"_s, u"Messages"_s)->setBadge(u"1"_s);
    rail->addPage(u"accounts"_s, u"accounts"_s, u"Accounts"_s);
    rail->addPage(u"transfer"_s, u"transfer"_s, u"Transfer"_s);
    rail->addPage(u"faultlab"_s, u"faultlab"_s, u"Fault lab"_s)->setBadge(u"2"_s, widgets::NavItem::Badge::Armed);
    rail->addPage(u"proof"_s, u"proof"_s, u"Proof"_s);
    rail->addPage(u"connections"_s, u"connections"_s, u"Connections"_s, Place::Foot);
    rail->addPage(u"settings"_s, u"settings"_s, u"Settings"_s, Place::Foot);
    rail->setCurrent(u"accounts"_s);
    return rail;
}

widgets::Button *createButton(const theme::Theme &theme, widgets::Button::Kind kind, const QString &text,
                              const QString &icon = {}, const QKeySequence &keys = {})
{
    auto *button = new widgets::Button(theme, kind, text);
    button->setIconName(icon);
    if (!keys.isEmpty())
        button->setKeyHint(keys);
    return button;
}

QLayout *createButtons(const theme::Theme &theme)
{
    using enum widgets::Button::Kind;
    auto *disabled = createButton(theme, Plain, u"Run on selection"_s);
    disabled->setEnabled(false);
    auto *flat = new widgets::IconButton(theme, u"bell"_s, u"Notices"_s);
    flat->setFlat(true);
    auto *primary = createButton(theme, Primary, u"New transfer"_s, u"transfer"_s, QKeySequence(Qt::CTRL | Qt::Key_N));
    primary->setObjectName(u"newTransfer"_s);
    return rowOf({primary, createButton(theme, Plain, u"Pause"_s, u"pause"_s, QKeySequence(Qt::Key_Space)), disabled,
                  createButton(theme, Danger, u"Force Stop…"_s, u"stop"_s),
                  createButton(theme, Link, u"Open messages"_s, u"external"_s),
                  createButton(theme, Quiet, u"Show SQL"_s, u"database"_s),
                  new widgets::IconButton(theme, u"columns"_s, u"Columns"_s), flat});
}

QLayout *createInputs(const theme::Theme &theme)
{
    auto *search = new widgets::SearchBox(theme, u"Find a message, page or action"_s);
    search->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_K));
    search->setMinimumWidth(320);
    auto *combo = new QComboBox;
    combo->addItem(u"None"_s);
    combo->setMinimumWidth(140);
    auto *spin = new QSpinBox;
    spin->setAlignment(Qt::AlignRight);
    spin->setSuffix(u" / s"_s);
    auto *live = new widgets::Switch(theme, u"Live"_s);
    live->setChecked(true);
    auto *radio = new QRadioButton(u"Once"_s);
    radio->setChecked(true);
    auto *check = new QCheckBox(u"Wait"_s);
    check->setChecked(true);
    return rowOf({search, combo, spin, live, new widgets::Switch(theme, u"Follow"_s), radio,
                  new QRadioButton(u"Until cleared"_s), check, new QCheckBox(u"Off"_s)});
}

QLayout *createChoices(const theme::Theme &theme)
{
    auto *segmented = new widgets::Segmented(theme);
    segmented->addOption(u"operate"_s, u"Operate"_s);
    segmented->addOption(u"investigate"_s, u"Investigate"_s);
    segmented->addOption(u"present"_s, u"Present"_s);
    auto *tabs = new widgets::TabStrip(theme);
    tabs->addTab(u"all"_s, u"All"_s);
    tabs->addTab(u"waiting"_s, u"Waiting"_s);
    tabs->addTab(u"late"_s, u"Late and retried"_s, u"star"_s);
    tabs->setCount(u"all"_s, 41318);
    tabs->setCount(u"waiting"_s, 36);
    tabs->setCount(u"late"_s, 18);
    tabs->setCurrent(u"late"_s);
    auto *bar = new QTabBar;
    bar->addTab(u"Timeline"_s);
    bar->addTab(u"Attempts"_s);
    bar->addTab(u"Payload"_s);
    return rowOf({segmented, tabs, bar});
}

QLayout *createChips(const theme::Theme &theme)
{
    auto *row = new QHBoxLayout;
    using enum theme::State;
    for (const auto state : {Prepared, Submitted, Retrying, Succeed, Failed, Stalled}) {
        auto *chip = new widgets::StateChip(theme);
        chip->setState(state);
        row->addWidget(chip);
    }
    for (const auto verdict : {theme::Verdict::Ongoing, theme::Verdict::Unknown, theme::Verdict::TimedOut}) {
        auto *chip = new widgets::StateChip(theme);
        chip->setVerdict(verdict);
        row->addWidget(chip);
    }
    auto *bank = new widgets::BankMark(theme, theme::Bank::A, u"Bank A"_s);
    bank->setDetail(u"MySQL 8.0 · 10.0.3.11/dtm_busi"_s);
    row->addWidget(bank);
    row->addStretch(1);
    return row;
}

QList<QStandardItem *> createRow(int n, const core::Clock &clock)
{
    QList<QStandardItem *> row;
    for (int column = 0; column < 5; ++column)
        row << new QStandardItem;
    row[0]->setData(QVariant::fromValue(static_cast<theme::State>(n % 6)), widgets::StateRole);
    row[1]->setData(QByteArray("01M2FS12WRT7BREJ1E706AKRSM"), widgets::GidRole);
    row[2]->setText(u"Bank A"_s);
    row[2]->setData(QVariant::fromValue(n % 2 ? theme::Bank::B : theme::Bank::A), widgets::BankRole);
    row[3]->setData(QVariant::fromValue(Money::fromCents(976000 + 111111 * n)), widgets::MoneyRole);
    if (n == 1) {
        row[3]->setData(QVariant::fromValue(Money::fromCents(-3000)), widgets::DeltaRole);
        row[3]->setData(QVariant::fromValue(clock.now()), widgets::ChangedAtRole);
    }
    row[4]->setData(QVariant::fromValue(clock.now() + core::Millis(400 + 7700 * n)), widgets::DueRole);
    return row;
}

QWidget *createTable(const theme::Theme &theme, const core::Clock &clock)
{
    auto *table = new QTableView;
    auto *model = new QStandardItemModel(table);
    model->setHorizontalHeaderLabels({u"State"_s, u"Message"_s, u"Bank"_s, u"Balance"_s, u"Next in"_s});
    for (int n = 0; n < 6; ++n)
        model->appendRow(createRow(n, clock));
    for (const int column : {3, 4})
        model->setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    table->setModel(model);
    widgets::setUpTable(*table, theme);
    table->setItemDelegateForColumn(0, new widgets::StateChipDelegate(theme, table));
    table->setItemDelegateForColumn(1, new widgets::GidDelegate(theme, table));
    table->setItemDelegateForColumn(2, new widgets::BankDelegate(theme, table));
    table->setItemDelegateForColumn(3, new widgets::MoneyDelegate(theme, clock, table));
    table->setItemDelegateForColumn(4, new widgets::RelativeTimeDelegate(theme, clock, table));
    table->setColumnWidth(0, 124);
    table->setColumnWidth(3, 160);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setSortIndicatorShown(true);
    table->horizontalHeader()->setSortIndicator(3, Qt::DescendingOrder);
    table->setMinimumHeight(30 + 6 * 32);
    table->selectRow(2);
    auto *card = new widgets::Card(u"Messages"_s);
    card->setSubtitle(u"tinted: changed in the last 5 s"_s);
    card->addHeaderWidget(new widgets::IconButton(theme, u"filter"_s, u"Filter"_s));
    card->body()->addWidget(table);
    return card;
}

QWidget *createPlot(const theme::Theme &theme)
{
    QList<widgets::TotalSample> samples;
    for (int i = 0; i < 60; ++i) {
        const int inFlight = (i * 7919 % 11) < 4 ? (i % 3 + 1) * 3000 : 0;
        const int lost = i > 45 ? 3000 : 0;
        samples << widgets::TotalSample{core::fromEpochMs(1'789'382'400'000 + i * 18'000),
                                        Money::fromCents(24'000'000 - inFlight - lost), Money::fromCents(inFlight)};
    }
    auto *plot = new widgets::TotalPlot(theme);
    plot->setSamples(samples);
    for (int i = 0; i < 20; ++i) {
        QKeyEvent left(QEvent::KeyPress, Qt::Key_Left, {});
        QCoreApplication::sendEvent(plot, &left);
    }
    auto *legend = new widgets::Legend(theme);
    legend->setEntries(plot->legend());
    auto *card = new widgets::Card(u"Total over time"_s);
    card->setSubtitle(u"since 10:40"_s);
    card->addHeaderWidget(legend);
    card->padBody();
    card->body()->addWidget(plot);
    return card;
}

QWidget *createOptions(const theme::Theme &theme)
{
    using Kind = widgets::FlowStrip::Kind;
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    auto *safe = new widgets::OptionCard(theme, u"proof"_s, u"Two-phase message"_s,
                                         u"The promise is on record before the debit; if anything dies in between, the "
                                         "coordinator asks back, and both happen or neither."_s);
    auto *flow = new widgets::FlowStrip(theme);
    flow->setFlow({{Kind::Step, u"Debit + barrier row"_s},
                   {Kind::Crash, u"crash"_s},
                   {Kind::Step, u"Coordinator"_s},
                   {Kind::Goal, u"Credit"_s}},
                  widgets::FlowStrip::AskBack{2, 0, u"asks back after 35 s"_s});
    safe->addContent(flow);
    safe->setChecked(true);
    auto *naive =
        new widgets::OptionCard(theme, u"warning"_s, u"Naive: debit, then call"_s,
                                u"Debits first and calls Bank B afterwards; a crash in between loses the money."_s);
    auto *lost = new widgets::FlowStrip(theme);
    lost->setFlow({{Kind::Step, u"Debit"_s}, {Kind::Crash, u"crash"_s}, {Kind::Missing, u"no credit"_s}});
    naive->addContent(lost);
    column->addWidget(safe);
    column->addWidget(naive);
    column->addStretch(1);
    return box;
}

QWidget *createJson(const theme::Theme &theme)
{
    auto *json = new widgets::JsonView(theme);
    json->setJson(
        R"({"amount":30.00,"from":"user 1","retry":true,"trace":null,"steps":[{"action":"http:\/\/b\/TransIn"}]})");
    json->search(u"action"_s);
    return json;
}

QWidget *createProgress(const theme::Theme &theme)
{
    auto *card = new widgets::Card;
    auto *figure = new widgets::ElidedLabel(u"240,111.00"_s);
    theme::setTextSize(*figure, theme::TextSize::Kpi);
    auto *progress = new widgets::ProgressSegments(theme);
    progress->setSegments({{theme::State::Succeed, 27},
                           {theme::State::Submitted, 2},
                           {theme::State::Retrying, 2},
                           {theme::State::Failed, 1}},
                          50);
    card->padBody();
    card->body()->addWidget(figure);
    card->body()->addWidget(progress);
    return card;
}

QWidget *createFaces(const theme::Theme &theme)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    QList<widgets::EmptyState *> faces;
    for (int i = 0; i < 4; ++i) {
        auto *card = new widgets::Card;
        faces << new widgets::EmptyState(theme);
        card->body()->addWidget(faces.last());
        row->addWidget(card);
    }
    faces[0]->showLoading(u"Reading messages…"_s);
    faces[1]->showEmpty(u"No messages yet"_s, u"Send the first 30.00 from one bank to the other."_s,
                        u"New Transfer…"_s);
    faces[2]->showFilteredOut(41318);
    faces[3]->showUnreachable(u"10.0.3.20:36789 refuses the connection. Tried 3 s ago."_s);
    return box;
}

QLayout *createStatus(const theme::Theme &theme)
{
    auto *connection = new widgets::StatusItem(theme);
    connection->setText(u"settlement-test  connected · 2 ms"_s);
    connection->setMark([](const theme::Tokens &tokens) { return tokens.test.mark; });
    auto *live = new widgets::StatusItem(theme);
    live->setText(u"Live · updated 0.1 s ago"_s);
    live->setIconName(u"play"_s);
    auto *money = new widgets::StatusItem(theme);
    money->setText(u"Money accounted for"_s);
    money->setIconName(u"proof"_s);
    money->setEmphasis([](const theme::Tokens &tokens) { return tokens.succeed.text; });
    money->setLineLeft(true);
    return rowOf({connection, live, money});
}

QWidget *createBanner(const theme::Theme &theme, widgets::Banner::Tone tone, const QString &title, const QString &text)
{
    auto *banner = new widgets::Banner(theme);
    banner->setContent(tone, title, text);
    if (tone == widgets::Banner::Tone::Armed)
        banner->addAction(createButton(theme, widgets::Button::Kind::Plain, u"Clear all faults"_s, u"close"_s));
    return banner;
}

std::unique_ptr<QWidget> createPage(const theme::Theme &theme, const core::Clock &clock)
{
    using Tone = widgets::Banner::Tone;
    auto page = std::make_unique<QWidget>();
    auto *across = new QHBoxLayout(page.get());
    across->setContentsMargins(0, 0, 16, 8);
    across->addWidget(createRail(theme));
    auto *column = new QVBoxLayout;
    across->addLayout(column, 1);
    column->setSpacing(12);
    column->addLayout(createChoices(theme));
    column->addWidget(createBanner(theme, Tone::Armed, u"2 faults armed"_s, u"sender crashes before submit, once"_s));
    column->addWidget(createBanner(theme, Tone::Bad, u"30.00 is missing"_s, u"since 10:51:20"_s));
    column->addWidget(createBanner(theme, Tone::Info, {}, u"50 × 30.00 = 1,500.00 in about 5 s."_s));
    column->addLayout(createButtons(theme));
    column->addLayout(createInputs(theme));
    column->addLayout(createChips(theme));
    auto *middle = new QHBoxLayout;
    middle->addWidget(createTable(theme, clock), 1);
    middle->addWidget(createPlot(theme), 1);
    column->addLayout(middle);
    auto *lower = new QHBoxLayout;
    lower->addWidget(createOptions(theme), 1);
    auto *side = new QVBoxLayout;
    side->addWidget(createProgress(theme));
    side->addWidget(createJson(theme), 1);
    lower->addLayout(side, 1);
    column->addLayout(lower);
    column->addWidget(createFaces(theme), 1);
    column->addLayout(createStatus(theme));
    return page;
}

/// All icons at their sizes in one picture.
QPixmap paintIcons(const theme::Theme &theme)
{
    constexpr int cell = 150;
    const QStringList names = theme::iconNames();
    const int rows = int(names.size() + 7) / 8;
    QPixmap sheet(8 * cell, rows * 72);
    sheet.fill(theme.tokens().panel);
    QPainter painter(&sheet);
    for (int i = 0; i < names.size(); ++i) {
        const QPoint corner(i % 8 * cell + 8, i / 8 * 72 + 4);
        int x = 0;
        for (const int size : {12, 16, 20, 24, 40}) {
            theme::paintIcon(painter, QRectF(corner.x() + x, corner.y(), size, 44), names.at(i), theme.tokens().text);
            x += size + 4;
        }
        painter.setFont(theme.font(theme::TextSize::Hint));
        painter.setPen(theme.tokens().muted);
        painter.drawText(corner + QPoint(0, 60), names.at(i));
    }
    return sheet;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (argc != 2) {
        QTextStream(stderr) << "usage: widgets_gallery FOLDER\n";
        return 2;
    }
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QFont font = QApplication::font();
    font.setPointSizeF(9.75); // 13 px, as in the drawings
    application.setFont(font);

    theme::Theme theme(application);
    const StillClock clock;
    const auto page = createPage(theme, clock);
    page->resize(1440, 1240);
    page->show();
    page->activateWindow();
    QCoreApplication::processEvents();
    page->findChild<widgets::Button *>(u"newTransfer"_s)
        ->setFocus(Qt::TabFocusReason); // the ring is seen after a Tab only
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    for (const auto &[scheme, name] :
         {std::pair{theme::Theme::Scheme::Light, u"light"_s}, {theme::Theme::Scheme::Dark, u"dark"_s}}) {
        theme.setScheme(scheme);
        for (int turn = 0; turn < 20; ++turn)
            QCoreApplication::processEvents();
        page->grab().save(folder.filePath(u"widgets-%1.png"_s.arg(name)));
        paintIcons(theme).save(folder.filePath(u"icons-%1.png"_s.arg(name)));
    }
    return 0;
}
