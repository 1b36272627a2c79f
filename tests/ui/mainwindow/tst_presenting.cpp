// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/answerdialog.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/messages/messagespage.h"
#include "ui/session/lookout.h"
#include "ui/session/proofdesk.h"
#include "ui/widgets/celldelegates.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/segmented.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableView>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000;
constexpr int lookTime = 50; ///< milliseconds in which what was read comes to the screen

/// What a view paints of a cell, and what it says when the mouse rests on it.
QStringList textsOfCells(const QAbstractItemView &view)
{
    QStringList texts;
    const QAbstractItemModel *model = view.model();
    for (int row = 0; model && row < model->rowCount(view.rootIndex()); ++row) {
        for (int column = 0; column < model->columnCount(view.rootIndex()); ++column) {
            const QModelIndex cell = model->index(row, column, view.rootIndex());
            if (!qobject_cast<widgets::GidDelegate *>(view.itemDelegateForIndex(cell)))
                texts << cell.data().toString() << cell.data(Qt::ToolTipRole).toString();
        }
    }
    return texts;
}

QStringList textsOf(const QWidget &widget)
{
    QStringList texts{widget.toolTip(), widget.isWindow() ? widget.windowTitle() : QString()};
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        texts << label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        texts << button->text();
    if (const auto *label = qobject_cast<const widgets::ElidedLabel *>(&widget))
        texts << label->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        texts << (edit->echoMode() == QLineEdit::Normal ? edit->text() : QString());
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(&widget))
        texts << edit->toPlainText();
    if (const auto *edit = qobject_cast<const QTextEdit *>(&widget))
        texts << edit->toPlainText();
    if (const auto *box = qobject_cast<const QComboBox *>(&widget))
        texts << box->currentText();
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
        texts << textsOfCells(*view);
    return texts;
}

} // namespace

/// While it is shown to others, no gid stands anywhere in the window.
class TestPresenting final : public QObject, private test::WindowFixture
{
    Q_OBJECT
private slots:
    void init() { open(); }
    void cleanup()
    {
        close();
        m_theme.setPresenting(false);
        widgets::setGidsHidden(false);
    }

    void noGidIsShownOnAnyPage();
    void gidsAreBackAfterwards();

private:
    void makeMessages();
    void openFirst();
    bool isReading() const;
    void openWhole(const QString &page);
    QStringList gidsShown(const QString &where) const;

    QList<QByteArray> m_gids;
};

/// Three transfers, one of them sent once more, and one message that a person stopped.
void TestPresenting::makeMessages()
{
    m_gids.clear();
    QVERIFY(m_session->startTransfers({.count = 3, .ratePerSecond = 1000}).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().succeed, 3, 15'000);
    m_gids = m_session->transferGids();
    QCOMPARE(m_gids.size(), 3);
    bool isResent = false;
    m_session->resend(
        m_gids.constFirst(), this,
        [&](const core::Result<QByteArray> &gid) {
            QVERIFY(gid.ok());
            m_gids << *gid;
            isResent = true;
        },
        ui::Consent::Given);
    QTRY_VERIFY(isResent);
}

void TestPresenting::openFirst()
{
    m_window->showPage(u"messages"_s);
    auto *table = find<QTableView>("messages");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 4, 10'000);
    m_window->findChild<ui::MessagesPage *>()->showMessage(m_gids.constLast());
    QTRY_VERIFY(find<QWidget>("detailTabs")->isVisible());
}

bool TestPresenting::isReading() const
{
    const QList<widgets::EmptyState *> faces = m_window->findChildren<widgets::EmptyState *>();
    return std::any_of(faces.cbegin(), faces.cend(), [](const widgets::EmptyState *face) {
        return face->isVisible() && face->face() == widgets::EmptyState::Face::Loading;
    });
}

/// Opens a page and waits until it has read what it shows.
void TestPresenting::openWhole(const QString &page)
{
    m_window->showPage(page);
    QTRY_VERIFY2_WITH_TIMEOUT(!isReading(), qPrintable(page), patience);
    if (page == u"proof"_s)
        QTRY_VERIFY_WITH_TIMEOUT(m_session->proof().report(), patience);
    QTest::qWait(lookTime);
}

QStringList TestPresenting::gidsShown(const QString &where) const
{
    QStringList found;
    QList<const QWidget *> all{m_window.get()};
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (widget->isVisible())
            all << widget;
    }
    for (const QWidget *widget : all) {
        for (const QString &text : textsOf(*widget)) {
            for (const QByteArray &gid : m_gids) {
                if (text.contains(QString::fromLatin1(gid.right(8))))
                    found << u"%1: %2 %3: %4"_s.arg(where, QLatin1String(widget->metaObject()->className()),
                                                    widget->objectName(), text.left(60));
            }
        }
    }
    return found;
}

void TestPresenting::noGidIsShownOnAnyPage()
{
    makeMessages();
    openFirst();
    QVERIFY(!gidsShown(u"messages"_s).isEmpty()); // the walk finds them where they are
    // What a verb says of the message that it was used on, and the record of it.
    for (const QString &page : m_window->pageIds())
        openWhole(page);
    openFirst();
    find<widgets::Segmented>("perspectives")->setCurrent(u"present"_s);
    QVERIFY(widgets::gidsAreHidden());
    QStringList found;
    for (const QString &page : m_window->pageIds()) {
        openWhole(page);
        found << gidsShown(page);
    }
    openFirst();
    auto *tabs = find<QTabWidget>("detailTabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        found << gidsShown(u"messages, "_s + tabs->tabText(tab));
    }
    m_window->findChild<ui::MessagesPage *>()->showMessage(m_gids.constFirst() + "-nobody");
    QTRY_VERIFY_WITH_TIMEOUT(!isReading(), patience);
    found << gidsShown(u"an unknown gid"_s);
    found.removeDuplicates();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestPresenting::gidsAreBackAfterwards()
{
    makeMessages();
    openFirst();
    find<widgets::Segmented>("perspectives")->setCurrent(u"present"_s);
    find<widgets::Segmented>("perspectives")->setCurrent(u"operate"_s);
    openFirst();
    QVERIFY(!widgets::gidsAreHidden());
    QVERIFY(!gidsShown(u"messages"_s).isEmpty());
    find<QTabWidget>("detailTabs")->setCurrentIndex(3);
    auto *raw = find<QTabWidget>("detailTabs")->currentWidget();
    const auto *text =
        qobject_cast<QPlainTextEdit *>(raw) ? qobject_cast<QPlainTextEdit *>(raw) : raw->findChild<QPlainTextEdit *>();
    QVERIFY(text && text->toPlainText().contains(QString::fromLatin1(m_gids.constLast())));
}

QTEST_MAIN(TestPresenting)
#include "tst_presenting.moc"
