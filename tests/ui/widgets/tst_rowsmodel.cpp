// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    int id = 0;
    QString text;
    friend bool operator==(const Row &, const Row &) = default;
};

class Model final : public widgets::RowsModel<Row>
{
public:
    void show(const QList<Row> &rows)
    {
        take(rows, [](const Row &a, const Row &b) { return a.id == b.id; });
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return rowAt(index) && role == Qt::DisplayRole ? rowAt(index)->text : QVariant();
    }
};

QList<Row> rowsOf(const QList<int> &ids)
{
    QList<Row> rows;
    for (const int id : ids)
        rows << Row{id, QString::number(id)};
    return rows;
}

} // namespace

/// What the views are told when rows are read again.
class TestRowsModel final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_model.show({});
        m_model.show(rowsOf({3, 2, 1}));
    }

    void whatIsAsItWasIsNotTold()
    {
        QSignalSpy changed(&m_model, &QAbstractItemModel::dataChanged);
        m_model.show(rowsOf({3, 2, 1}));
        QCOMPARE(changed.count(), 0);
        QList<Row> other = rowsOf({3, 2, 1});
        other[1].text = u"two"_s;
        m_model.show(other);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.constFirst().constFirst().toModelIndex().row(), 1);
        QCOMPARE(texts(), u"3 two 1"_s);
    }

    void newOnesOnTopAreInserted()
    {
        const QPersistentModelIndex chosen = m_model.index(1, 0);
        QSignalSpy inserted(&m_model, &QAbstractItemModel::rowsInserted);
        m_model.show(rowsOf({5, 4, 3, 2, 1}));
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(chosen.row(), 3);
        QCOMPARE(texts(), u"5 4 3 2 1"_s);
    }

    void rowsThatComeGoAndMoveKeepTheirIndexes()
    {
        QSignalSpy reset(&m_model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex stays = m_model.index(2, 0);
        const QPersistentModelIndex goes = m_model.index(1, 0);
        m_model.show(rowsOf({1, 9, 3, 8}));
        QCOMPARE(texts(), u"1 9 3 8"_s);
        QCOMPARE(stays.row(), 0);
        QVERIFY(!goes.isValid());
        m_model.show(rowsOf({8, 3, 9, 1}));
        QCOMPARE(stays.row(), 3);
        m_model.show({});
        QCOMPARE(m_model.rowCount(), 0);
        QCOMPARE(reset.count(), 0);
    }

    void aLongTableOfOthersBeginsAnew()
    {
        QList<int> many;
        for (int id = 0; id < 600; ++id)
            many << 1000 - id;
        QSignalSpy reset(&m_model, &QAbstractItemModel::modelReset);
        m_model.show(rowsOf(many));
        QCOMPARE(reset.count(), 1);
        QCOMPARE(m_model.rowCount(), 600);
    }

private:
    QString texts() const
    {
        QStringList all;
        for (int row = 0; row < m_model.rowCount(); ++row)
            all << m_model.index(row, 0).data().toString();
        return all.join(u' ');
    }

    Model m_model;
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

QTEST_MAIN(TestRowsModel)
#include "tst_rowsmodel.moc"
