// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <optional>

class QLineEdit;

namespace theme {
class Theme;
}

namespace widgets {

/// What a password is for.
struct PasswordQuestion
{
    QString title; ///< names the object: "Password of “Bank C”"
    QString text; ///< who logs in where
    QString hint; ///< where it will be kept, or that it will not
};

/// Asks for a password; it is shown only while the user holds that button.
class PasswordDialog final : public QDialog
{
    Q_OBJECT
public:
    PasswordDialog(const theme::Theme &theme, const PasswordQuestion &question, QWidget *parent);

    QString password() const;
    /// Nothing when it was cancelled.
    static std::optional<QString> ask(const theme::Theme &theme, const PasswordQuestion &question, QWidget *parent);

private:
    QWidget *createField(const theme::Theme &theme);
    QWidget *createButtons(const theme::Theme &theme);

    QLineEdit *m_password;
};

} // namespace widgets
