// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/access/console.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QSet>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using ui::Scene;

namespace {

constexpr QSize usual{1440, 900};
constexpr int settleTime = 30;
constexpr int lateTime = 1000; ///< milliseconds in which what comes late is named, on a loaded machine
constexpr int depthMax = 40;

using Visit = std::function<void(QAccessibleInterface &)>;

/// Every accessible object below this one that a reader may come to.
void walk(QAccessibleInterface *node, const Visit &visit, int depth = 0)
{
    if (!node || !node->isValid() || node->state().invisible || depth > depthMax)
        return;
    visit(*node);
    const bool isTable = node->tableInterface() != nullptr; // cells are the model's: its own test reads them
    for (int i = 0; i < (isTable ? 0 : node->childCount()); ++i)
        walk(node->child(i), visit, depth + 1);
}

QString describe(QAccessibleInterface &node)
{
    QString text = u"role %1"_s.arg(int(node.role()), 0, 16);
    for (const QObject *at = node.object(); at; at = at->parent()) {
        text += u" < %1 %2"_s.arg(QLatin1String(at->metaObject()->className()), at->objectName());
        if (!at->objectName().isEmpty() && at != node.object())
            break;
    }
    return text;
}

bool hasName(QAccessibleInterface &node)
{
    return !node.text(QAccessible::Name).trimmed().isEmpty();
}

/// The parts of a scroll bar, the buttons in a line edit, … are Qt's and named by what holds them.
bool isInner(QAccessibleInterface &node)
{
    const auto *widget = qobject_cast<QWidget *>(node.object());
    if (!widget)
        return node.object() != nullptr;
    return widget->objectName().startsWith("qt_"_L1) || widget->inherits("QTableCornerButton")
        || (widget->parentWidget() && widget->parentWidget()->inherits("QLineEdit"))
        || (widget->parentWidget() && widget->parentWidget()->inherits("QAbstractSpinBox"))
        || (widget->parentWidget() && widget->parentWidget()->inherits("QComboBox"));
}

bool isControl(QAccessibleInterface &node)
{
    static const QSet<int> controls{QAccessible::Button,       QAccessible::ButtonMenu,  QAccessible::ButtonDropDown,
                                    QAccessible::CheckBox,     QAccessible::RadioButton, QAccessible::ComboBox,
                                    QAccessible::EditableText, QAccessible::Slider,      QAccessible::SpinBox,
                                    QAccessible::PageTab,      QAccessible::MenuItem,    QAccessible::Table,
                                    QAccessible::Tree,         QAccessible::List};
    return controls.contains(node.role()) || node.state().focusable;
}

/// A widget that paints itself says what it shows by a name; layouts and frames do not.
bool paintsItself(const QWidget &widget)
{
    static const QStringList drawn{u"Sparkline"_s,  u"StateChip"_s,    u"FlowStrip"_s, u"ProgressSegments"_s,
                                   u"TruthBadge"_s, u"MoneyFlow"_s,    u"StepBar"_s,   u"TimePlot"_s,
                                   u"TotalPlot"_s,  u"SequenceView"_s, u"KpiTile"_s,   u"HealthLabel"_s};
    return drawn.contains(QString::fromLatin1(widget.metaObject()->className()).section(u"::"_s, -1));
}

/// A control without a name.
QString nameProblem(QAccessibleInterface &node)
{
    return isControl(node) && !isInner(node) && !hasName(node) ? u"no name: "_s + describe(node) : QString();
}

/// What stands in the status bar and does nothing when it is pressed.
bool onlyTells(QAccessibleInterface &node)
{
    const auto *widget = qobject_cast<QWidget *>(node.object());
    return widget && widget->inherits("widgets::StatusItem") && widget->focusPolicy() == Qt::NoFocus;
}

/// Two controls of one part that are told apart by nothing.
QString twinProblem(QAccessibleInterface &node)
{
    QStringList names;
    for (int i = 0; i < (node.tableInterface() ? 0 : node.childCount()); ++i) {
        QAccessibleInterface *child = node.child(i);
        const bool counts = child && !child->state().invisible && isControl(*child) && !isInner(*child)
            && child->role() != QAccessible::ListItem && !onlyTells(*child);
        const QString name = counts ? child->text(QAccessible::Name) : QString();
        if (!name.isEmpty() && names.contains(name))
            return u"“%1” twice in %2"_s.arg(name, describe(node));
        names << name;
    }
    return {};
}

/// What can be switched on and off tells which it is.
QString toggleProblem(QAccessibleInterface &node)
{
    const auto *button = qobject_cast<QAbstractButton *>(node.object());
    if (!button || !button->isCheckable())
        return {};
    const bool tells = node.state().checkable && node.state().checked == button->isChecked();
    return tells ? QString() : u"state not told: "_s + describe(node);
}

/// A drawing is told by children of its own, or by a name and, where it has values, a description of them.
QString drawingProblem(QAccessibleInterface &node)
{
    const auto *widget = qobject_cast<QWidget *>(node.object());
    if (!widget || !paintsItself(*widget))
        return {};
    const bool hasValues = widget->inherits("widgets::TimePlot") || widget->inherits("widgets::TotalPlot");
    if (!hasName(node) || (hasValues && node.text(QAccessible::Description).isEmpty()))
        return u"drawing not told: "_s + describe(node);
    const bool hasParts = widget->inherits("diagram::SequenceView");
    return hasParts && node.childCount() == 0 ? u"parts not told: "_s + describe(node) : QString();
}

QStringList problemsOf(QWidget &top)
{
    QStringList found;
    walk(QAccessible::queryAccessibleInterface(&top), [&found](QAccessibleInterface &node) {
        found << nameProblem(node) << twinProblem(node) << toggleProblem(node) << drawingProblem(node);
    });
    found.removeAll(QString());
    return found;
}

} // namespace

/// What a screen reader is told of every scene, in both languages.
class TestNames final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void everySceneIsToldToReaders_data();
    void everySceneIsToldToReaders();

private:
    std::unique_ptr<test::Console> m_console;
};

void TestNames::initTestCase()
{
    QAccessible::setActive(true);
    m_console = std::make_unique<test::Console>();
    QVERIFY(m_console->open());
}

void TestNames::everySceneIsToldToReaders_data()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "zh_CN"})
        QTest::addRow("%s", language) << QString::fromLatin1(language);
}

void TestNames::everySceneIsToldToReaders()
{
    QFETCH(const QString, language);
    m_console->become(language, usual);
    QStringList found;
    for (const Scene &scene : m_console->scenes().all()) {
        const bool opened = m_console->scenes().visit(scene, [&](QWidget &top) {
            QTest::qWait(settleTime);
            QStringList problems;
            (void)QTest::qWaitFor([&] { return (problems = problemsOf(top)).isEmpty(); }, lateTime);
            found << problems;
        });
        QVERIFY2(opened, qPrintable(scene.id));
    }
    found.removeDuplicates();
    test::report(found);
    QVERIFY(found.isEmpty());
}

QTEST_MAIN(TestNames)
#include "tst_names.moc"
