// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/narrowing.h"
#include "ui/session/alertbook.h"
#include "ui/session/enginelimits.h"
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

    // How it looks and reads
    theme::Theme::Scheme scheme() const;
    void setScheme(theme::Theme::Scheme scheme);
    QString language() const; ///< "en", "zh_CN"; empty: the system's
    void setLanguage(const QString &code);
    double textScale() const; ///< a factor, 1 at first
    void setTextScale(double factor);
    bool compactRows() const; ///< rows of tables are lower
    void setCompactRows(bool compact);
    bool localTimes() const; ///< times of this computer's zone, else UTC
    void setLocalTimes(bool local);
    bool reducedMotion() const;
    void setReducedMotion(bool reduced);

    // Where the user was
    QString page() const; ///< the id of the page that was open
    void setPage(const QString &id);
    QString perspective() const; ///< the id of the perspective that was chosen; empty at first
    void setPerspective(const QString &id);
    Narrowing messageList() const; ///< the view and the filter that the list of messages had
    void setMessageList(const Narrowing &narrowing);
    /// Geometry, splitters and headers by name; UiState reads and writes them.
    QByteArray uiState(const QString &name) const;
    void setUiState(const QString &name, const QByteArray &state);
    void forgetUiState();

    EngineLimits engineLimits() const; ///< the usual ones where those kept are out of range
    void setEngineLimits(const EngineLimits &limits);
    AlertRules alertRules() const;
    void setAlertRules(const AlertRules &rules);

    // The first start
    bool isWelcomed() const; ///< the first start was gone through, or skipped
    void setWelcomed(bool welcomed);
    int tourStep() const; ///< the step of the tour that is next, from 0; −1: no tour
    void setTourStep(int step);

    QList<SavedView> messageViews() const; ///< filters that the user gave names
    void setMessageViews(const QList<SavedView> &views);
    /// As Connections gives and takes them.
    QList<QVariantMap> connections() const;
    void setConnections(const QList<QVariantMap> &connections);

signals:
    void schemeChanged(theme::Theme::Scheme scheme);
    void languageChanged(const QString &code);
    void textScaleChanged(double factor);
    void compactRowsChanged(bool compact);
    void localTimesChanged(bool local);
    void reducedMotionChanged(bool reduced);

private:
    mutable QSettings m_file; ///< reading a list moves its cursor
};

} // namespace ui
