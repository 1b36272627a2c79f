// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/sequenceaccess.h"

#include "ui/diagram/sequenceview.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <map>

using namespace Qt::StringLiterals;

namespace diagram {
namespace {

/// One step. It goes by position, so it stays valid while the sequence grows.
class StepAccess final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    StepAccess(SequenceView &view, int index) : m_view(&view), m_index(index) { }

    bool isValid() const override { return m_view && m_index < m_view->sequence().steps.size(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return isValid() ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid() || kind != QAccessible::Name)
            return {};
        return SequenceWords::sentence(m_view->sequence(), m_view->sequence().steps.at(m_index));
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inView = m_view->stepRect(m_index);
        return {m_view->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid)
            return state;
        const bool isCurrent = m_view->sequence().steps.at(m_index).id == m_view->current();
        state.selectable = state.focusable = true;
        state.selected = isCurrent;
        state.focused = isCurrent && m_view->hasFocus();
        state.offscreen = !m_view->viewport()->rect().intersects(m_view->stepRect(m_index));
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override { return {pressAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

    void doAction(const QString &name) override
    {
        if (!isValid() || name != pressAction())
            return;
        const QByteArray id = m_view->sequence().steps.at(m_index).id;
        m_view->setCurrent(id);
        emit m_view->currentChanged(id);
    }

private:
    QPointer<SequenceView> m_view;
    int m_index;
};

/// The diagram. Its children are made when they are asked for and live as long as it does.
class SequenceAccess final : public QAccessibleWidget
{
public:
    explicit SequenceAccess(SequenceView &view) : QAccessibleWidget(&view, QAccessible::List), m_view(view) { }

    ~SequenceAccess() override
    {
        for (const auto &[index, id] : m_children)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return int(m_view.sequence().steps.size()); }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const auto known = m_children.find(index);
        if (known != m_children.end())
            return QAccessible::accessibleInterface(known->second);
        auto *made = new StepAccess(m_view, index);
        m_children.emplace(index, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (const auto &[index, id] : m_children) {
            if (QAccessible::accessibleInterface(id) == child)
                return index;
        }
        return -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(m_view.stepAt(m_view.viewport()->mapFromGlobal(QPoint(x, y))));
    }

    QAccessibleInterface *focusChild() const override
    {
        return m_view.hasFocus() ? child(m_view.sequence().indexOf(m_view.current())) : nullptr;
    }

private:
    SequenceView &m_view;
    mutable std::map<int, QAccessible::Id> m_children; ///< by position
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *view = qobject_cast<SequenceView *>(object);
    return view ? new SequenceAccess(*view) : nullptr;
}

} // namespace

void installSequenceAccess()
{
    QAccessible::installFactory(&makeAccess); // a known one is not added again
}

} // namespace diagram
