// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/splitter.h"

#include <QKeyEvent>

#include <optional>

namespace widgets {
namespace {

constexpr int step = 16;
constexpr int largeStep = 96;

class SplitterBorder final : public QSplitterHandle
{
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (const std::optional<int> wanted = wantedPlace(*event))
            return moveSplitter(closestLegalPosition(*wanted));
        QSplitterHandle::keyPressEvent(event);
    }

private:
    int place() const { return orientation() == Qt::Horizontal ? x() : y(); }

    /// Where a key moves the border to; none for keys that mean nothing here.
    std::optional<int> wantedPlace(const QKeyEvent &event) const
    {
        const bool isLarge = event.modifiers().testFlag(Qt::ShiftModifier);
        if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
            return std::nullopt;
        const bool lies = orientation() == Qt::Horizontal;
        const int length = lies ? splitter()->width() : splitter()->height();
        if (event.key() == (lies ? Qt::Key_Left : Qt::Key_Up))
            return place() - (isLarge ? largeStep : step);
        if (event.key() == (lies ? Qt::Key_Right : Qt::Key_Down))
            return place() + (isLarge ? largeStep : step);
        if (event.key() == Qt::Key_Home)
            return 0;
        if (event.key() == Qt::Key_End)
            return length;
        return std::nullopt;
    }
};

} // namespace

Splitter::Splitter(Qt::Orientation orientation, QWidget *parent) : QSplitter(orientation, parent) { }

QSplitterHandle *Splitter::createHandle()
{
    auto *border = new SplitterBorder(orientation(), this);
    border->setFocusPolicy(Qt::TabFocus);
    return border;
}

void Splitter::addPart(QWidget *part)
{
    addWidget(part);
    if (count() > 1)
        setTabOrder(part->previousInFocusChain(), handle(count() - 1));
}

void Splitter::setBorderName(const QString &name)
{
    for (int i = 1; i < count(); ++i) {
        handle(i)->setAccessibleName(name);
        handle(i)->setAccessibleDescription(tr("Arrow keys move it, Home and End as far as it goes."));
        handle(i)->setToolTip(name);
    }
}

} // namespace widgets
