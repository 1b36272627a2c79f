// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/underline.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QTextCharFormat>

namespace ui {

/// A line edit has no formats of its own; those of an input method are drawn all the same, and an event without text
/// changes nothing else.
void underline(QLineEdit &edit, const QList<FilterProblem> &problems, const QColor &color)
{
    QTextCharFormat wave;
    wave.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
    wave.setUnderlineColor(color);
    QList<QInputMethodEvent::Attribute> attributes;
    for (const FilterProblem &problem : problems) {
        attributes << QInputMethodEvent::Attribute(
            QInputMethodEvent::TextFormat, int(problem.start) - edit.cursorPosition(), int(problem.length), wave);
    }
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(&edit, &event);
}

} // namespace ui
