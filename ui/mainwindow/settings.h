// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/narrowing.h"
#include "ui/theme/theme.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>

namespace ui {

/// What the console remembers of its user, in checkback.ini of the data folder. Each setting is a typed getter, a
/// setter that writes it, and a signal where somebody must follow. Never a password.
class Settings final : public QObject
{
    Q_OBJECT
public:
    explicit Settings(const QString &dataDir, QObject *parent = nullptr);

    theme::Theme::Scheme scheme() const;
    void setScheme(theme::Theme::Scheme scheme);
    QString language() const; ///< "en", "zh_CN"; empty: the system's
    void setLanguage(const QString &code);
    double textScale() const; ///< a factor, 1 at first
    void setTextScale(double factor);
    QString page() const; ///< the id of the page that was open
    void setPage(const QString &id);
    Narrowing messageList() const; ///< the view and the filter that the list of messages had
    void setMessageList(const Narrowing &narrowing);
    /// As Connections gives and takes them.
    QList<QVariantMap> connections() const;
    void setConnections(const QList<QVariantMap> &connections);
    /// Geometry, splitters and headers by name; UiState reads and writes them.
    QByteArray uiState(const QString &name) const;
    void setUiState(const QString &name, const QByteArray &state);
    void forgetUiState();

signals:
    void schemeChanged(theme::Theme::Scheme scheme);
    void languageChanged(const QString &code);
    void textScaleChanged(double factor);

private:
    mutable QSettings m_file; ///< reading a list moves its cursor
};

} // namespace ui
