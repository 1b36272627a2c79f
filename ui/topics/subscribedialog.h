// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDialog>

#include <optional>

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class FieldBox;
} // namespace widgets

namespace ui {

/// Asks who is to be called for which topic. What is wrong is said at the field; the engine has the last word: the
/// dialog stays until it accepted, or the user gave up.
class SubscribeDialog final : public QDialog
{
    Q_OBJECT
public:
    /// topic: what the field begins with. nameToType: not empty where the connection wants its name typed first.
    SubscribeDialog(const theme::Theme &theme, const QByteArray &topic, const QString &nameToType, QWidget *parent);

    QByteArray topic() const;
    QByteArray url() const;
    QByteArray remark() const;

    /// Takes what the engine answered: closes, or shows the error at the field that it names, else at the URL.
    void takeAnswer(const std::optional<core::Error> &error);

signals:
    void requested();

private:
    QWidget *createButtons(const theme::Theme &theme);
    void check();
    void request();
    QString whatIsMissing() const;

    widgets::FieldBox *m_topic;
    widgets::FieldBox *m_url;
    widgets::FieldBox *m_remark;
    widgets::FieldBox *m_name = nullptr; ///< null: nothing is to be typed
    QString m_nameToType;
    widgets::Button *m_accept;
};

} // namespace ui
