// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/protocolaccess.h"

#include "ui/faultlab/protocoldiagram.h"

#include <QAccessibleWidget>
#include <QPointer>

namespace ui {
namespace {

/// One point; its press chooses it.
class PointAccess final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    PointAccess(ProtocolDiagram &diagram, int number) : m_diagram(&diagram), m_number(number) { }

    bool isValid() const override { return m_diagram; }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_diagram ? m_diagram->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_diagram); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }

    QString text(QAccessible::Text kind) const override
    {
        return m_diagram && kind == QAccessible::Name ? m_diagram->sentence(m_number) : QString();
    }

    QRect rect() const override
    {
        if (!m_diagram)
            return {};
        const QRect within = m_diagram->pointRect(m_number);
        return {m_diagram->mapToGlobal(within.topLeft()), within.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !m_diagram;
        if (!m_diagram)
            return state;
        state.selectable = state.focusable = true;
        state.selected = m_diagram->current() == m_number;
        state.focused = m_diagram->hasFocus() && state.selected;
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
        if (!m_diagram || name != pressAction())
            return;
        m_diagram->setCurrent(m_number);
        emit m_diagram->currentChanged(m_number);
        emit m_diagram->activated(m_number);
    }

private:
    QPointer<ProtocolDiagram> m_diagram;
    int m_number;
};

/// The picture. Its children live as long as it does.
class ProtocolAccess final : public QAccessibleWidget
{
public:
    explicit ProtocolAccess(ProtocolDiagram &diagram)
        : QAccessibleWidget(&diagram, QAccessible::List)
        , m_diagram(diagram)
        , m_children(std::size_t(protocolPoints().size()), 0)
    { }

    ~ProtocolAccess() override
    {
        for (const QAccessible::Id id : m_children) {
            if (id != 0)
                QAccessible::deleteAccessibleInterface(id);
        }
    }

    int childCount() const override { return int(m_children.size()); }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        QAccessible::Id &id = m_children[std::size_t(index)];
        if (id == 0)
            id = QAccessible::registerAccessibleInterface(new PointAccess(m_diagram, index + 1));
        return QAccessible::accessibleInterface(id);
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (std::size_t i = 0; i < m_children.size(); ++i) {
            if (m_children[i] != 0 && QAccessible::accessibleInterface(m_children[i]) == child)
                return int(i);
        }
        return -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(m_diagram.pointAt(m_diagram.mapFromGlobal(QPoint(x, y))) - 1);
    }

    QAccessibleInterface *focusChild() const override
    {
        return m_diagram.hasFocus() ? child(m_diagram.current() - 1) : nullptr;
    }

private:
    ProtocolDiagram &m_diagram;
    mutable std::vector<QAccessible::Id> m_children; ///< 0: not asked for yet
};

QAccessibleInterface *makeProtocolAccess(const QString &, QObject *object)
{
    auto *diagram = qobject_cast<ProtocolDiagram *>(object);
    return diagram ? new ProtocolAccess(*diagram) : nullptr;
}

} // namespace

void installProtocolAccess()
{
    QAccessible::installFactory(&makeProtocolAccess); // a known one is not added again
}

} // namespace ui
