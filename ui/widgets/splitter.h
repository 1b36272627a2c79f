// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace widgets {

/// A splitter whose borders can be moved by keyboard, too: Tab reaches a border after what stands before it, the arrow
/// keys move it (with Shift in larger steps), Home and End as far as it goes.
class Splitter final : public QSplitter
{
    Q_OBJECT
public:
    explicit Splitter(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

    /// Adds a part at the end; Tab comes to the border before it on the way to it.
    void addPart(QWidget *part);
    /// What the borders are called for who does not see them: "Border between list and message".
    void setBorderName(const QString &name);

protected:
    QSplitterHandle *createHandle() override;
};

} // namespace widgets
