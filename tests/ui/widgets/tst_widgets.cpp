// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/bankmark.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowstrip.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/legend.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/noticeline.h"
#include "ui/widgets/optioncard.h"
#include "ui/widgets/progresssegments.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/statechip.h"
#include "ui/widgets/statusitem.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/tablesetup.h"
#include "ui/widgets/tabstrip.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QSignalSpy>
#include <QStringListModel>
#include <QTableView>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace {

QString accessibleName(QWidget &widget)
{
    return QAccessible::queryAccessibleInterface(&widget)->text(QAccessible::Name);
}

} // namespace

class TestWidgets final : public QObject
{
    Q_OBJECT
private slots:
    void aSwitchTurnsByMouseSpaceAndEnter()
    {
        widgets::Switch toggle(m_theme, u"Live"_s);
        QSignalSpy toggled(&toggle, &QAbstractButton::toggled);
        toggle.resize(toggle.sizeHint());
        QTest::mouseClick(&toggle, Qt::LeftButton);
        QVERIFY(toggle.isChecked());
        QTest::keyClick(&toggle, Qt::Key_Space);
        QVERIFY(!toggle.isChecked());
        QTest::keyClick(&toggle, Qt::Key_Return);
        QVERIFY(toggle.isChecked());
        QCOMPARE(toggled.count(), 3);
        toggle.setEnabled(false);
        QTest::mouseClick(&toggle, Qt::LeftButton);
        QVERIFY(toggle.isChecked());
    }

    void jAndKWalkThroughTheRowsOfATable()
    {
        QStringListModel model({u"a"_s, u"b"_s, u"c"_s});
        QTableView table;
        table.setModel(&model);
        widgets::setUpTable(table, m_theme);
        QTest::keyClick(&table, Qt::Key_J);
        QCOMPARE(table.currentIndex().row(), 0);
        QTest::keyClick(&table, Qt::Key_J);
        QTest::keyClick(&table, Qt::Key_J);
        QTest::keyClick(&table, Qt::Key_J);
        QCOMPARE(table.currentIndex().row(), 2);
        QTest::keyClick(&table, Qt::Key_K);
        QCOMPARE(table.currentIndex().row(), 1);
        QTest::keyClick(&table, Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(table.currentIndex().row(), 1);
        QTest::keyClick(&table, Qt::Key_End);
        QCOMPARE(table.currentIndex().row(), 2);
        QTest::keyClick(&table, Qt::Key_Home);
        QCOMPARE(table.currentIndex().row(), 0);
    }

    void rowsFollowTheDensity()
    {
        QStringListModel model({u"a"_s});
        QTableView table;
        table.setModel(&model);
        widgets::setUpTable(table, m_theme, 40);
        const int roomy = table.verticalHeader()->defaultSectionSize();
        m_theme.setCompactRows(true);
        QVERIFY(table.verticalHeader()->defaultSectionSize() < roomy);
        m_theme.setCompactRows(false);
        QCOMPARE(table.verticalHeader()->defaultSectionSize(), roomy);
    }

    void theRailChoosesByMouseAndArrowKeys()
    {
        widgets::NavRail rail(m_theme);
        rail.addPage(u"messages"_s, u"messages"_s, u"Messages"_s);
        rail.addPage(u"accounts"_s, u"accounts"_s, u"Accounts"_s);
        rail.addPage(u"settings"_s, u"settings"_s, u"Settings"_s, widgets::NavRail::Place::Foot);
        QCOMPARE(rail.current(), u"messages"_s);
        QSignalSpy changed(&rail, &widgets::ChoiceGroup::currentChanged);
        rail.resize(rail.sizeHint().width(), 600);
        rail.show();
        QVERIFY(QTest::qWaitForWindowExposed(&rail));

        QTest::mouseClick(rail.item(u"accounts"_s), Qt::LeftButton);
        QCOMPARE(rail.current(), u"accounts"_s);
        rail.activateWindow();
        rail.item(u"accounts"_s)->setFocus();
        QTest::keyClick(rail.item(u"accounts"_s), Qt::Key_Down);
        QCOMPARE(rail.current(), u"settings"_s);
        QCOMPARE(changed.count(), 2);
        rail.setCurrent(u"no-such-page"_s);
        QCOMPARE(rail.current(), u"settings"_s);
        QCOMPARE(changed.count(), 2);
    }

    void theRailHasItsMeasures()
    {
        widgets::NavRail rail(m_theme);
        widgets::NavItem *item = rail.addPage(u"messages"_s, u"messages"_s, u"Messages"_s);
        QCOMPARE(rail.sizeHint().width(), 88);
        QCOMPARE(item->sizeHint().height(), 56);
        item->setBadge(u"1"_s);
        QCOMPARE(item->accessibleDescription(), u"1"_s);
    }

    void segmentsChooseOne()
    {
        widgets::Segmented segmented(m_theme);
        for (const QString &id : {u"operate"_s, u"investigate"_s, u"present"_s})
            segmented.addOption(id, id);
        QSignalSpy changed(&segmented, &widgets::ChoiceGroup::currentChanged);
        segmented.show();
        QVERIFY(QTest::qWaitForWindowExposed(&segmented));
        QTest::mouseClick(segmented.button(u"present"_s), Qt::LeftButton);
        QCOMPARE(segmented.current(), u"present"_s);
        segmented.activateWindow();
        segmented.button(u"present"_s)->setFocus();
        QTest::keyClick(segmented.button(u"present"_s), Qt::Key_Left);
        QCOMPARE(segmented.current(), u"investigate"_s);
        QCOMPARE(changed.count(), 2);
    }

    void tabsKeepTheirCounters()
    {
        widgets::TabStrip tabs(m_theme);
        tabs.addTab(u"all"_s, u"All"_s);
        tabs.addTab(u"stalled"_s, u"Stalled"_s);
        const int width = tabs.sizeHint().width();
        tabs.setCount(u"all"_s, 41318);
        QVERIFY(tabs.sizeHint().width() > width);
        QVERIFY(tabs.button(u"all"_s)->accessibleDescription().contains(u"41"_s));
        tabs.setCount(u"all"_s, std::nullopt);
        QCOMPARE(tabs.sizeHint().width(), width);
        tabs.setCount(u"no-such-tab"_s, 1);
        tabs.setCurrent(u"stalled"_s);
        QCOMPARE(tabs.current(), u"stalled"_s);
        QCOMPARE(tabs.ids(), QStringList({u"all"_s, u"stalled"_s}));
    }

    void jsonStaysExactAndIsSearched()
    {
        widgets::JsonView view(m_theme);
        const QByteArray json = R"({"amount":30.10,"from":1,"To":2,"to":"a"})";
        view.setJson(json);
        QCOMPARE(view.json(), json);
        QVERIFY(view.toPlainText().contains(u"\"amount\": 30.10"_s));
        QVERIFY(view.isReadOnly());
        QCOMPARE(view.search(u"to"_s), 2);
        QCOMPARE(view.textCursor().selectedText(), u"To"_s);
        view.findNext();
        QCOMPARE(view.textCursor().selectedText(), u"to"_s);
        view.findNext();
        QCOMPARE(view.textCursor().selectedText(), u"To"_s);
        view.findNext(true);
        QCOMPARE(view.textCursor().selectedText(), u"to"_s);
        QCOMPARE(view.search(u"nowhere"_s), 0);
        QCOMPARE(view.search(QString()), 0);
        view.setJson("<html>");
        QCOMPARE(view.toPlainText(), u"<html>"_s);
    }

    void jsonIsColouredByTheTheme()
    {
        m_theme.setScheme(theme::Theme::Scheme::Dark);
        widgets::JsonView view(m_theme);
        view.setJson(R"({"a":1})");
        const auto formats = view.document()->findBlockByNumber(1).layout()->formats();
        QVERIFY(!formats.isEmpty());
        const bool keyIsAccent =
            std::any_of(formats.begin(), formats.end(), [&](const QTextLayout::FormatRange &range) {
                return range.format.foreground().color() == m_theme.tokens().accent;
            });
        QVERIFY(keyIsAccent);
        m_theme.setScheme(theme::Theme::Scheme::Light);
        QCOMPARE(view.document()->findBlockByNumber(1).layout()->formats().at(1).format.foreground().color(),
                 m_theme.tokens().accent);
    }

    void eachFaceOffersItsNextStep()
    {
        widgets::EmptyState state(m_theme);
        QSignalSpy asked(&state, &widgets::EmptyState::actionRequested);
        auto *button = state.findChild<widgets::Button *>();
        state.showLoading(u"Reading messages…"_s);
        QVERIFY(button->isHidden());
        state.showEmpty(u"No messages yet"_s, u"Send one."_s, u"New Transfer"_s);
        QCOMPARE(button->text(), u"New Transfer"_s);
        state.setObstacle(u"Read-only: nothing can be sent"_s);
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), u"Read-only: nothing can be sent"_s);
        const auto *whyNot = state.findChild<QLabel *>(u"whyNot"_s);
        QCOMPARE(whyNot->text(), u"Read-only: nothing can be sent"_s);
        QVERIFY(!whyNot->isHidden());
        state.showEmpty(u"Nothing goes wrong"_s, u"All is well."_s);
        QVERIFY2(whyNot->isHidden(), "there is no step that it would bar");
        state.showEmpty(u"No messages yet"_s, u"Send one."_s, u"New Transfer"_s);
        button->click();
        QCOMPARE(asked.count(), 0);
        state.showFilteredOut(41318);
        QVERIFY(!button->isHidden());
        QVERIFY2(button->isEnabled() && button->toolTip().isEmpty() && whyNot->isHidden(),
                 "a filter can always be cleared");
        state.showEmpty(u"No messages yet"_s, u"Send one."_s, u"New Transfer"_s);
        QVERIFY(!button->isEnabled());
        state.setObstacle({});
        QVERIFY(button->isEnabled());
        state.showUnreachable(u"Connection refused."_s);
        button->click();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<widgets::EmptyState::Face>(), widgets::EmptyState::Face::Unreachable);
        QCOMPARE(state.accessibleDescription(), u"Connection refused."_s);
    }

    void theSearchBoxHidesItsHintAndEscEmptiesIt()
    {
        widgets::SearchBox box(m_theme, u"Find a message"_s);
        box.setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_K));
        auto *hint = box.findChild<widgets::KeyHint *>();
        QVERIFY(!hint->isHidden());
        QTest::keyClicks(&box, u"abc"_s);
        QVERIFY(hint->isHidden());
        QTest::keyClick(&box, Qt::Key_Escape);
        QVERIFY(box.text().isEmpty());
        QVERIFY(!hint->isHidden());
    }

    void keysAreWrittenWithSpaces()
    {
        QCOMPARE(widgets::keyHintText(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)), u"Ctrl Shift N"_s);
        QCOMPARE(widgets::keyHintText(QKeySequence(Qt::CTRL | Qt::Key_Plus)), u"Ctrl +"_s);
        QCOMPARE(widgets::keyHintText(QKeySequence(Qt::Key_F5)), u"F5"_s);
        QCOMPARE(widgets::keyHintText({}), QString());
    }

    void aButtonFollowsItsAction()
    {
        QAction action(u"&New Transfer"_s);
        action.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
        widgets::Button button(m_theme, widgets::Button::Kind::Primary, {});
        const int bare = button.sizeHint().width();
        button.setAction(&action);
        QVERIFY2(!button.isVisible(), "without a place it would be a window of its own");
        QVERIFY(button.sizeHint().width() > bare);
        QSignalSpy triggered(&action, &QAction::triggered);
        button.click();
        QCOMPARE(triggered.count(), 1);
        action.setToolTip(u"The connection is read-only"_s);
        action.setEnabled(false);
        QVERIFY(!button.isEnabled());
        QCOMPARE(button.toolTip(), u"The connection is read-only"_s);
    }

    void aLabelThatDoesNotFitIsElided()
    {
        widgets::ElidedLabel label(u"answer is not JSON: <!doctype html><title>Sign in"_s);
        label.resize(label.sizeHint());
        QVERIFY(!label.isElided());
        label.resize(60, 20);
        QVERIFY(label.isElided());
        QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width());
        label.setNeverElided();
        QCOMPARE(label.minimumSizeHint(), label.sizeHint());
    }

    void wordsGoOnInFurtherLines()
    {
        widgets::ElidedLabel label(u"balances 19,970.00\u00a0· in flight 30.00"_s);
        QVERIFY(!label.sizePolicy().hasHeightForWidth());
        label.setWordWrap();
        const QSize line = label.sizeHint();
        QCOMPARE(label.heightForWidth(line.width()), line.height());
        const int two = label.heightForWidth(line.width() - 2);
        QVERIFY(two > line.height());
        label.resize(line.width() - 2, two);
        QVERIFY(!label.isElided());
        const int widest = QFontMetrics(label.font()).horizontalAdvance(u"19,970.00\u00a0·"_s) + 4;
        label.resize(widest, label.heightForWidth(widest));
        QVERIFY(!label.isElided());
        QVERIFY(label.height() > two);
        label.resize(widest / 2, two); // no word is parted
        QVERIFY(label.isElided());
    }

    void aCardIsAsWideAsItsTitleUnlessThatIsElided()
    {
        widgets::Card card(u"Subscribers of orders-to-be-delivered-the-same-day"_s);
        card.show(); // what is not seen is not measured anew
        const int whole = card.minimumSizeHint().width();
        card.setTitleElided(Qt::ElideMiddle);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QVERIFY(card.minimumSizeHint().width() < whole / 2);
        card.setTitleElided(Qt::ElideNone);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCOMPARE(card.minimumSizeHint().width(), whole);
    }

    void aNoticeGoesAwayByItselfAndByItsButton()
    {
        widgets::NoticeLine notice(m_theme);
        notice.move(300, 300);
        QCursor::setPos(0, 0); // the timer waits while the mouse is over it
        QVERIFY(notice.isHidden());
        notice.notify(widgets::Banner::Tone::Good, u"Accepted"_s, 10);
        QVERIFY(!notice.isHidden());
        QTRY_VERIFY(notice.isHidden());
        notice.notify(widgets::Banner::Tone::Bad, u"Refused"_s, 60'000);
        notice.findChild<widgets::IconButton *>()->click();
        QVERIFY(notice.isHidden());
    }

    void everyWidgetHasAnAccessibleName()
    {
        widgets::Card card(u"Accounts"_s);
        widgets::StateChip chip(m_theme);
        chip.setState(theme::State::Stalled);
        widgets::IconButton icon(m_theme, u"bell"_s, u"Notices"_s);
        widgets::Button button(m_theme, widgets::Button::Kind::Plain, u"Close"_s);
        widgets::Switch toggle(m_theme, u"Live"_s);
        widgets::NavRail rail(m_theme);
        widgets::NavItem *item = rail.addPage(u"messages"_s, u"messages"_s, u"Messages"_s);
        widgets::SearchBox search(m_theme, u"Find"_s);
        widgets::StatusItem status(m_theme);
        status.setText(u"Live"_s);
        widgets::ProgressSegments progress(m_theme);
        widgets::FlowStrip flow(m_theme);
        widgets::JsonView json(m_theme);
        widgets::Legend legend(m_theme);
        widgets::BankMark bank(m_theme, theme::Bank::A, u"Bank A"_s);
        widgets::OptionCard option(m_theme, {}, u"Naive"_s, u"Debits first."_s);
        widgets::ElidedLabel label(u"30.00"_s);
        widgets::EmptyState empty(m_theme);
        for (QWidget *widget :
             std::initializer_list<QWidget *>{&card, &chip, &icon, &button, &toggle, &rail, item, &search, &status,
                                              &progress, &flow, &json, &legend, &bank, &option, &label, &empty})
            QVERIFY2(!accessibleName(*widget).isEmpty(), widget->metaObject()->className());
    }

    void progressTellsItsCounts()
    {
        widgets::ProgressSegments progress(m_theme);
        progress.setSegments({{theme::State::Succeed, 27}, {theme::State::Failed, 1}}, 50);
        QVERIFY(progress.accessibleDescription().contains(u"27"_s));
        QVERIFY(progress.accessibleDescription().contains(u"50"_s));
        progress.resize(200, 12);
        progress.setSegments({{theme::State::Succeed, 5}}, 0);
        QVERIFY(!progress.grab().isNull());
    }

    void aFlowIsReadOutInOrder()
    {
        widgets::FlowStrip flow(m_theme);
        using Kind = widgets::FlowStrip::Kind;
        flow.setFlow({{Kind::Step, u"Debit"_s}, {Kind::Crash, u"crash"_s}, {Kind::Goal, u"Credit"_s}});
        QCOMPARE(flow.accessibleDescription(), u"Debit → crash → Credit"_s);
        flow.resize(flow.sizeHint());
        QVERIFY(!flow.grab().isNull());
    }

private:
    theme::Theme m_theme{*qApp};
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
