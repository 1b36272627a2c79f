// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;
class QLabel;
class QString;
class QVBoxLayout;
class QWidget;

namespace widgets {

class Button;

/// What the questions to the user look alike in: the frame, the paragraphs, the buttons.

/// Plain text, wrapped.
QLabel *paragraph(const QString &text);
/// The dialog's layout, with its title. Without a size of its own the dialog is as high as its texts need.
QVBoxLayout *dialogColumn(QDialog &dialog, const QString &title);
/// Both buttons at the right of a row, named "cancel" and "accept"; they end the dialog.
QWidget *dialogButtons(QDialog &dialog, Button &cancel, Button &accept);

} // namespace widgets
