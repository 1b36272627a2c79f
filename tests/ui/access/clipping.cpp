// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/access/clipping.h"

#include "ui/widgets/elidedlabel.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QTabBar>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace test {
namespace {

constexpr int rounding = 1; ///< pixels

QString nameOf(const QWidget &widget)
{
    QString name = QLatin1String(widget.metaObject()->className());
    for (const QWidget *at = &widget; at; at = at->parentWidget()) {
        if (!at->objectName().isEmpty() && !at->objectName().startsWith("qt_"_L1))
            return name + u" in "_s + at->objectName();
    }
    return name;
}

QString lack(const QWidget &widget, const QString &what, int has, int needs)
{
    return has + rounding >= needs
        ? QString()
        : u"%1 %2: %3 has %4, needs %5"_s.arg(nameOf(widget), widget.accessibleName(), what).arg(has).arg(needs);
}

QString labelLack(const QLabel &label)
{
    if (label.text().isEmpty())
        return {};
    const QString name = u"text \"%1\" width"_s.arg(label.text().left(40));
    if (!label.wordWrap())
        return lack(label, name, label.width(), label.sizeHint().width())
            + lack(label, name + u" height"_s, label.height(), label.minimumSizeHint().height());
    return lack(label, name + u" wrapped height"_s, label.height(), label.heightForWidth(label.width()));
}

/// Words that go on in further lines are there to be read whole.
QString wordsLack(const widgets::ElidedLabel &words)
{
    const QString name = u"words \"%1\" height"_s.arg(words.text().left(40));
    if (words.isElided())
        return u"%1 %2 is elided"_s.arg(nameOf(words), name);
    return lack(words, name, words.height(), words.heightForWidth(words.width()));
}

QString buttonLack(const QAbstractButton &button)
{
    const QString name = u"button \"%1\""_s.arg(button.text());
    const bool isElidable = button.sizePolicy().horizontalPolicy() == QSizePolicy::Maximum; // its tooltip has the text
    const bool isLow = button.sizePolicy().verticalPolicy() == QSizePolicy::Maximum; // draws itself lower
    const QSize needs((isElidable ? button.minimumSizeHint() : button.sizeHint()).width(),
                      (isLow ? button.minimumSizeHint() : button.sizeHint()).height());
    if (button.hasHeightForWidth())
        return lack(button, name + u" width"_s, button.width(), button.minimumSizeHint().width())
            + lack(button, name + u" height"_s, button.height(), button.heightForWidth(button.width()));
    return lack(button, name + u" width"_s, button.width(), needs.width())
        + lack(button, name + u" height"_s, button.height(), needs.height());
}

/// A title may be elided, and is shown whole by a tooltip, as long as half of it is there.
QString tableLack(const QTableView &table)
{
    QString all;
    const QHeaderView &header = *table.horizontalHeader();
    for (int column = 0; column < header.count(); ++column) {
        const QString title = table.model()->headerData(column, Qt::Horizontal).toString();
        if (!header.isSectionHidden(column) && !title.isEmpty())
            all += lack(table, u"column \"%1\""_s.arg(title), header.sectionSize(column),
                        table.fontMetrics().horizontalAdvance(title) / 2 + 2 * 12);
    }
    return all
        + lack(table, u"row height"_s, table.verticalHeader()->defaultSectionSize(), table.fontMetrics().height());
}

QString scrollLack(const QScrollArea &area)
{
    if (!area.widget() || area.horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff)
        return {};
    return lack(area, u"viewport width"_s, area.viewport()->width(), area.widget()->width());
}

/// What a widget lacks by itself; empty: nothing.
QString lackOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return labelLack(*label);
    if (const auto *words = qobject_cast<const widgets::ElidedLabel *>(&widget); words && words->hasHeightForWidth())
        return wordsLack(*words);
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return buttonLack(*button);
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
        return lack(*tabs, u"tabs"_s, tabs->width(), tabs->sizeHint().width());
    if (const auto *table = qobject_cast<const QTableView *>(&widget))
        return tableLack(*table);
    if (const auto *area = qobject_cast<const QScrollArea *>(&widget))
        return scrollLack(*area);
    if (qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QComboBox *>(&widget)
        || qobject_cast<const QAbstractSpinBox *>(&widget))
        return lack(widget, u"input height"_s, widget.height(), widget.sizeHint().height());
    if (qobject_cast<const QAbstractScrollArea *>(&widget))
        return {}; // wants room for scroll bars that it may not have
    QSize least = widget.minimumSizeHint();
    if (widget.hasHeightForWidth() || (widget.layout() && widget.layout()->hasHeightForWidth()))
        least.setHeight(0); // told for the least width: what stands in it is looked at by itself
    return lack(widget, u"width"_s, widget.width(), least.width())
        + lack(widget, u"height"_s, widget.height(), least.height());
}

/// Parts that Qt makes inside its own widgets come with their own rules.
bool isInner(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return widget.objectName().startsWith("qt_"_L1) || qobject_cast<const QLineEdit *>(parent)
        || qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent)
        || qobject_cast<const QTabBar *>(parent) || widget.inherits("QTableCornerButton")
        || widget.inherits("QHeaderView") || widget.inherits("QFocusFrame") || widget.inherits("QScrollBar")
        || widget.isWindow();
}

/// The content of a scroll area is as large as it wants.
bool isScrolled(const QWidget &widget)
{
    return widget.parentWidget() && widget.parentWidget()->objectName() == "qt_scrollarea_viewport"_L1;
}

QString outside(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    if (!parent || isScrolled(widget) || parent->rect().adjusted(-2, -2, 2, 2).contains(widget.geometry()))
        return {};
    return u"%1 stands out of %2 by %3"_s.arg(nameOf(widget), nameOf(*parent))
        .arg(qMax(widget.geometry().right() - parent->rect().right(),
                  widget.geometry().bottom() - parent->rect().bottom()));
}

} // namespace

QStringList clippedIn(const QWidget &top)
{
    QStringList found;
    for (const QWidget *widget : top.findChildren<QWidget *>()) {
        if (!widget->isVisible() || isInner(*widget) || (widget->window() != &top && !top.isWindow()))
            continue;
        for (const QString &sentence : {lackOf(*widget), outside(*widget)}) {
            if (!sentence.isEmpty())
                found << sentence;
        }
    }
    return found;
}

} // namespace test
