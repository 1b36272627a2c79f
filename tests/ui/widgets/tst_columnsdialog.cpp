// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/answerdialog.h"
#include "tests/ui/support/part.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tablesetup.h"

#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTableView>

using namespace Qt::StringLiterals;

/// Order, width and choice of a table's columns, by keys alone.
class TestColumnsDialog final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_table = std::make_unique<QTableView>();
        m_table->setModel(&m_model);
        widgets::setUpTable(*m_table, m_theme);
        for (int column = 0; column < m_model.columnCount(); ++column)
            m_table->setColumnWidth(column, 100);
        m_table->resize(600, 300);
        m_table->show();
        QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
    }
    void cleanup() { m_table.reset(); }

    void initTestCase() { m_model.setHorizontalHeaderLabels({u"State"_s, u"Gid"_s, u"Route"_s, u"Amount"_s}); }

    void aColumnIsMovedAndWidenedInTheList()
    {
        arrange("accept", [](QDialog &dialog) {
            auto *list = test::part<QListWidget>(dialog, "columnList");
            QCOMPARE(list->item(0)->text(), u"State"_s);
            QTest::keyClick(list, Qt::Key_Down);
            QTest::keyClick(list, Qt::Key_Right);
            QTest::keyClick(list, Qt::Key_Right);
            QTest::keyClick(list, Qt::Key_Left);
            QTest::keyClick(list, Qt::Key_Up, Qt::ControlModifier);
            QTest::keyClick(list, Qt::Key_Up, Qt::ControlModifier); // is the first already
            QCOMPARE(list->currentItem()->text(), u"Gid"_s);
        });
        QCOMPARE(order(), (QList{1, 0, 2, 3}));
        QCOMPARE(m_table->columnWidth(1), 108);
        QCOMPARE(m_table->columnWidth(0), 100);
    }

    void cancelTakesAllBack()
    {
        arrange("cancel", [this](QDialog &dialog) {
            auto *list = test::part<QListWidget>(dialog, "columnList");
            QTest::keyClick(list, Qt::Key_Down, Qt::ControlModifier);
            QTest::keyClick(list, Qt::Key_Right);
            QTest::keyClick(list, Qt::Key_Space);
            QCOMPARE(order(), (QList{1, 0, 2, 3})); // the table follows at once
            QVERIFY(m_table->isColumnHidden(0));
        });
        QCOMPARE(order(), (QList{0, 1, 2, 3}));
        QCOMPARE(m_table->columnWidth(0), 100);
        QVERIFY(!m_table->isColumnHidden(0));
    }

    void aColumnIsHiddenYetNotTheLast()
    {
        arrange("accept", [this](QDialog &dialog) {
            auto *list = test::part<QListWidget>(dialog, "columnList");
            for (int row = 0; row < list->count(); ++row) {
                QTest::keyClick(list, Qt::Key_Space);
                QTest::keyClick(list, Qt::Key_Down);
            }
            QCOMPARE(list->currentItem()->checkState(), Qt::Checked);
            QVERIFY(!list->currentItem()->toolTip().isEmpty());
            QVERIFY(!m_table->isColumnHidden(3));
            QTest::keyClick(list, Qt::Key_Up);
            QVERIFY(!test::part<QSpinBox>(dialog, "columnWidth")->isEnabled()); // hidden
            QTest::keyClick(list, Qt::Key_Space);
            QVERIFY(test::part<QSpinBox>(dialog, "columnWidth")->isEnabled());
        });
        QVERIFY(m_table->isColumnHidden(0) && m_table->isColumnHidden(1));
        QVERIFY(!m_table->isColumnHidden(2) && !m_table->isColumnHidden(3));
    }

    void theWidthIsTypedAndSaysWhyItCannotBe()
    {
        m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
        arrange("accept", [this](QDialog &dialog) {
            auto *list = test::part<QListWidget>(dialog, "columnList");
            auto *width = test::part<QSpinBox>(dialog, "columnWidth");
            width->setFocus();
            width->selectAll();
            QTest::keyClicks(width, u"177"_s);
            QTRY_COMPARE(m_table->columnWidth(0), 177);
            list->setCurrentRow(2);
            QVERIFY(!width->isEnabled() && !width->toolTip().isEmpty());
            const int before = m_table->columnWidth(2);
            QTest::keyClick(list, Qt::Key_Right);
            QCOMPARE(m_table->columnWidth(2), before);
        });
        QCOMPARE(m_table->columnWidth(0), 177);
    }

    void theButtonsDoTheSameAndSayWhyNot()
    {
        arrange("accept", [](QDialog &dialog) {
            auto *up = test::part<QAbstractButton>(dialog, "columnUp");
            auto *down = test::part<QAbstractButton>(dialog, "columnDown");
            QVERIFY(!up->isEnabled() && !up->toolTip().isEmpty());
            for (int i = 0; i < 3; ++i)
                QTest::mouseClick(down, Qt::LeftButton);
            QVERIFY(!down->isEnabled() && !down->toolTip().isEmpty());
            QVERIFY(up->isEnabled());
        });
        QCOMPARE(order(), (QList{1, 2, 3, 0}));
    }

    void theHeadersMenuLeadsThere()
    {
        QHeaderView *header = m_table->horizontalHeader();
        const QPoint at(20, 10);
        QContextMenuEvent asked(QContextMenuEvent::Mouse, at, header->viewport()->mapToGlobal(at));
        QApplication::sendEvent(header->viewport(), &asked);
        auto *menu = m_table->findChild<QMenu *>();
        QVERIFY(menu && menu->actions().size() == 1);
        bool opened = false;
        test::answerDialog("accept", [&opened](QDialog &) { opened = true; });
        menu->actions().constFirst()->trigger();
        QVERIFY(opened);
        menu->close();
    }

private:
    QList<int> order() const
    {
        QList<int> columns;
        for (int place = 0; place < m_model.columnCount(); ++place)
            columns << m_table->horizontalHeader()->logicalIndex(place);
        return columns;
    }

    /// Opens the dialog by its key, and closes it by a button when look is done.
    void arrange(const char *button, const std::function<void(QDialog &)> &look)
    {
        test::answerDialog(button, look);
        QTest::keySequence(m_table.get(), widgets::TableColumns::keys());
    }

    theme::Theme m_theme{*qApp};
    QStandardItemModel m_model;
    std::unique_ptr<QTableView> m_table;
};

QTEST_MAIN(TestColumnsDialog)
#include "tst_columnsdialog.moc"
