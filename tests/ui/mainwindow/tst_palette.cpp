// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/commandmodel.h"
#include "ui/mainwindow/commandpalette.h"
#include "ui/mainwindow/fuzzymatch.h"
#include "ui/theme/theme.h"
#include "ui/widgets/searchbox.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QListView>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using ui::CommandModel;
using ui::fuzzyScore;

class TestPalette final : public QObject
{
    Q_OBJECT
private slots:
    void init();

    void lettersMustStandInTheirOrder_data();
    void lettersMustStandInTheirOrder();
    void theBetterMatchCountsMore_data();
    void theBetterMatchCountsMore();
    void mnemonicsAreNoText();
    void withoutTextAllActionsStandInTheirOrder();
    void theBestMatchStandsFirstAndTheSearchLast();
    void theHeadingHelpsToFind();
    void whatCannotBeDoneSaysWhy();
    void hiddenAndNamelessActionsAreLeftOut();
    void enterDoesAndTheFocusGoesBack();
    void arrowsChoose();
    void aDisabledOneStaysWithItsReason();
    void escClosesAndGoesBack();
    void whatIsNoActionIsSearchedFor();
    void aFocusThatPassesOpensNothing();

private:
    QAction *add(const QString &text);
    QString first(const QString &typed);

    std::unique_ptr<theme::Theme> m_theme = std::make_unique<theme::Theme>(*qApp);
    std::unique_ptr<QObject> m_owner;
    QList<QAction *> m_actions;
    std::unique_ptr<CommandModel> m_model;
};

void TestPalette::init()
{
    m_owner = std::make_unique<QObject>();
    m_actions.clear();
    m_model = std::make_unique<CommandModel>();
    for (const QString &text :
         {u"&New Transfer"_s, u"Open &Data Folder"_s, u"Co&mpact Rows"_s, u"Restore &Default Layout"_s})
        add(text);
}

QAction *TestPalette::add(const QString &text)
{
    m_actions.append(new QAction(text, m_owner.get()));
    return m_actions.constLast();
}

QString TestPalette::first(const QString &typed)
{
    m_model->show({{u"Window"_s, m_actions}}, typed);
    return m_model->index(0).data().toString();
}

void TestPalette::lettersMustStandInTheirOrder_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    QTest::newRow("nothing typed") << u""_s << u"New Transfer"_s << true;
    QTest::newRow("beginning") << u"new"_s << u"New Transfer"_s << true;
    QTest::newRow("initials") << u"nt"_s << u"New Transfer"_s << true;
    QTest::newRow("spaces do not matter") << u"n tr"_s << u"New Transfer"_s << true;
    QTest::newRow("case does not matter") << u"NEWT"_s << u"new transfer"_s << true;
    QTest::newRow("wrong order") << u"tn"_s << u"New Tab"_s << false;
    QTest::newRow("letter missing") << u"newx"_s << u"New Transfer"_s << false;
    QTest::newRow("a later word start does not hide a match") << u"ab"_s << u"ab a"_s << true;
    QTest::newRow("Chinese") << u"转账"_s << u"新建转账"_s << true;
    QTest::newRow("longer than the text") << u"new transfer now"_s << u"New Transfer"_s << false;
    QTest::newRow("empty text") << u"n"_s << u""_s << false;
}

void TestPalette::lettersMustStandInTheirOrder()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QTEST(fuzzyScore(pattern, text).has_value(), "matches");
}

void TestPalette::theBetterMatchCountsMore_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("word starts") << u"nt"_s << u"New Transfer"_s << u"Invent"_s;
    QTest::newRow("neighbours") << u"com"_s << u"Compact Rows"_s << u"Copy or Move"_s;
    QTest::newRow("shorter text") << u"back"_s << u"Back"_s << u"Back to where all of it once began"_s;
    QTest::newRow("small gaps") << u"rs"_s << u"xrxs"_s << u"xrxxxxxxxs"_s;
}

void TestPalette::theBetterMatchCountsMore()
{
    QFETCH(QString, pattern);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(fuzzyScore(pattern, worse));
    QVERIFY(*fuzzyScore(pattern, better) > *fuzzyScore(pattern, worse));
}

void TestPalette::mnemonicsAreNoText()
{
    QCOMPARE(ui::plainText(u"&File"_s), u"File"_s);
    QCOMPARE(ui::plainText(u"文件(&F)"_s), u"文件"_s);
    QCOMPARE(ui::plainText(u"关于(&A)…"_s), u"关于…"_s);
}

void TestPalette::withoutTextAllActionsStandInTheirOrder()
{
    const QAbstractItemModelTester tester(m_model.get());
    QCOMPARE(first({}), u"New Transfer"_s);
    QCOMPARE(m_model->rowCount(), m_actions.size());
}

void TestPalette::theBestMatchStandsFirstAndTheSearchLast()
{
    QCOMPARE(first(u"data"_s), u"Open Data Folder"_s);
    QCOMPARE(first(u"rdl"_s), u"Restore Default Layout"_s);
    const QModelIndex last = m_model->index(m_model->rowCount() - 1);
    QVERIFY(m_model->isSearch(last));
    QCOMPARE(last.data().toString(), u"Find messages with “rdl”"_s);
}

void TestPalette::theHeadingHelpsToFind()
{
    QCOMPARE(first(u"window compact"_s), u"Compact Rows"_s);
}

void TestPalette::whatCannotBeDoneSaysWhy()
{
    m_actions.at(0)->setEnabled(false);
    m_actions.at(0)->setToolTip(u"The console is read-only here."_s);
    m_actions.at(1)->setEnabled(false);
    first({});
    QCOMPARE(m_model->index(0).data(CommandModel::ReasonRole).toString(), u"The console is read-only here."_s);
    QCOMPARE(m_model->index(1).data(CommandModel::ReasonRole).toString(), u"Not possible here."_s);
    QVERIFY(m_model->index(2).data(CommandModel::ReasonRole).toString().isEmpty());
}

void TestPalette::hiddenAndNamelessActionsAreLeftOut()
{
    m_actions.at(0)->setVisible(false);
    add({});
    add(u"line"_s)->setSeparator(true);
    QCOMPARE(first({}), u"Open Data Folder"_s);
    QCOMPARE(m_model->rowCount(), 3);
}

namespace {

/// A window with a search field, a button that had the focus before, and the palette.
struct Stage
{
    Stage(const theme::Theme &theme, const QList<QAction *> &actions)
        : field(new widgets::SearchBox(theme, {}))
        , button(new QPushButton(u"before"_s))
    {
        auto *center = new QWidget;
        auto *column = new QVBoxLayout(center);
        column->addWidget(field);
        column->addWidget(button);
        window.setCentralWidget(center);
        palette = new ui::CommandPalette(theme, *field, [actions] {
            return QList<ui::ActionSection>{{u"Window"_s, actions}};
        });
        window.resize(900, 600);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        button->setFocus();
        field->setFocus(Qt::ShortcutFocusReason);
    }

    QMainWindow window;
    widgets::SearchBox *field;
    QPushButton *button;
    ui::CommandPalette *palette;
};

} // namespace

void TestPalette::enterDoesAndTheFocusGoesBack()
{
    Stage stage(*m_theme, m_actions);
    QVERIFY(stage.palette->isVisible());
    QSignalSpy done(m_actions.at(2), &QAction::triggered);
    QTest::keyClicks(stage.field, u"compact"_s);
    QTest::keyClick(stage.field, Qt::Key_Return);
    QCOMPARE(done.size(), 1);
    QVERIFY(!stage.palette->isVisible());
    QVERIFY(stage.field->text().isEmpty());
    QCOMPARE(QApplication::focusWidget(), stage.button);
}

void TestPalette::arrowsChoose()
{
    Stage stage(*m_theme, m_actions);
    QSignalSpy done(m_actions.at(1), &QAction::triggered);
    QTest::keyClick(stage.field, Qt::Key_Up);
    QTest::keyClick(stage.field, Qt::Key_Down);
    QVERIFY(stage.field->accessibleDescription().contains("Open Data Folder"_L1));
    QTest::keyClick(stage.field, Qt::Key_Return);
    QCOMPARE(done.size(), 1);
}

void TestPalette::aDisabledOneStaysWithItsReason()
{
    m_actions.at(0)->setEnabled(false);
    Stage stage(*m_theme, m_actions);
    QSignalSpy done(m_actions.at(0), &QAction::triggered);
    QTest::keyClick(stage.field, Qt::Key_Return);
    QCOMPARE(done.size(), 0);
    QVERIFY(stage.palette->isVisible());
}

void TestPalette::escClosesAndGoesBack()
{
    Stage stage(*m_theme, m_actions);
    QTest::keyClicks(stage.field, u"xyz"_s);
    QTest::keyClick(stage.field, Qt::Key_Escape);
    QVERIFY(!stage.palette->isVisible());
    QVERIFY(stage.field->text().isEmpty());
    QCOMPARE(QApplication::focusWidget(), stage.button);
}

void TestPalette::whatIsNoActionIsSearchedFor()
{
    Stage stage(*m_theme, m_actions);
    QSignalSpy searched(stage.palette, &ui::CommandPalette::searchRequested);
    QTest::keyClicks(stage.field, u"status:failed"_s);
    QTest::keyClick(stage.field, Qt::Key_Return);
    QCOMPARE(searched.size(), 1);
    QCOMPARE(searched.at(0).at(0).toString(), u"status:failed"_s);
}

void TestPalette::aFocusThatPassesOpensNothing()
{
    Stage stage(*m_theme, m_actions);
    QTest::keyClick(stage.field, Qt::Key_Escape);
    stage.field->setFocus(Qt::TabFocusReason);
    QVERIFY(!stage.palette->isVisible());
    QTest::keyClick(stage.field, Qt::Key_Down);
    QVERIFY(stage.palette->isVisible());
    stage.palette->dismiss();
    QCOMPARE(QApplication::focusWidget(), stage.button);
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
