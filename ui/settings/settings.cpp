// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

const QString schemeKey = u"view/theme"_s;
const QString languageKey = u"view/language"_s;
const QString textScaleKey = u"view/textScale"_s;
const QString compactRowsKey = u"view/compactRows"_s;
const QString localTimesKey = u"view/localTimes"_s;
const QString reducedMotionKey = u"view/reducedMotion"_s;
const QString pageKey = u"window/page"_s;
const QString perspectiveKey = u"window/perspective"_s;
const QString welcomedKey = u"firstRun/welcomed"_s;
const QString tourStepKey = u"firstRun/tourStep"_s;
const QString messageViewKey = u"messages/view"_s;
const QString messageFilterKey = u"messages/filter"_s;
const QString alertPreparedKey = u"alerts/preparedSeconds"_s;
const QString alertStalledKey = u"alerts/stalled"_s;
const QString alertDesktopKey = u"alerts/desktop"_s;
const QString alertWebhookKey = u"alerts/webhook"_s;
const QString retryCapKey = u"engine/retryCapSeconds"_s;
const QString stalledAfterKey = u"engine/stalledAfter"_s;
const QString messageViewsKey = u"messages/views"_s;
const QString connectionsKey = u"connections"_s;
const QString uiStateGroup = u"state"_s;

QString nameOf(theme::Theme::Scheme scheme)
{
    switch (scheme) {
    case theme::Theme::Scheme::System:
        return u"system"_s;
    case theme::Theme::Scheme::Light:
        return u"light"_s;
    case theme::Theme::Scheme::Dark:
        return u"dark"_s;
    }
    return {};
}

} // namespace

Settings::Settings(const QString &dataDir, QObject *parent)
    : QObject(parent)
    , m_file(QDir(dataDir).filePath(u"checkback.ini"_s), QSettings::IniFormat)
{ }

theme::Theme::Scheme Settings::scheme() const
{
    const QString name = m_file.value(schemeKey).toString();
    for (const auto scheme : {theme::Theme::Scheme::Light, theme::Theme::Scheme::Dark}) {
        if (name == nameOf(scheme))
            return scheme;
    }
    return theme::Theme::Scheme::System;
}

void Settings::setScheme(theme::Theme::Scheme scheme)
{
    m_file.setValue(schemeKey, nameOf(scheme));
    emit schemeChanged(scheme);
}

QString Settings::language() const
{
    return m_file.value(languageKey).toString();
}

void Settings::setLanguage(const QString &code)
{
    m_file.setValue(languageKey, code);
    emit languageChanged(code);
}

double Settings::textScale() const
{
    return m_file.value(textScaleKey, 1.0).toDouble();
}

void Settings::setTextScale(double factor)
{
    m_file.setValue(textScaleKey, factor);
    emit textScaleChanged(factor);
}

bool Settings::compactRows() const
{
    return m_file.value(compactRowsKey, false).toBool();
}

void Settings::setCompactRows(bool compact)
{
    m_file.setValue(compactRowsKey, compact);
    emit compactRowsChanged(compact);
}

bool Settings::localTimes() const
{
    return m_file.value(localTimesKey, false).toBool();
}

void Settings::setLocalTimes(bool local)
{
    m_file.setValue(localTimesKey, local);
    emit localTimesChanged(local);
}

bool Settings::reducedMotion() const
{
    return m_file.value(reducedMotionKey, false).toBool();
}

void Settings::setReducedMotion(bool reduced)
{
    m_file.setValue(reducedMotionKey, reduced);
    emit reducedMotionChanged(reduced);
}

QString Settings::page() const
{
    return m_file.value(pageKey).toString();
}

void Settings::setPage(const QString &id)
{
    m_file.setValue(pageKey, id);
}

QString Settings::perspective() const
{
    return m_file.value(perspectiveKey).toString();
}

void Settings::setPerspective(const QString &id)
{
    m_file.setValue(perspectiveKey, id);
}

bool Settings::isWelcomed() const
{
    return m_file.value(welcomedKey, false).toBool();
}

void Settings::setWelcomed(bool welcomed)
{
    m_file.setValue(welcomedKey, welcomed);
}

int Settings::tourStep() const
{
    return m_file.value(tourStepKey, -1).toInt();
}

void Settings::setTourStep(int step)
{
    m_file.setValue(tourStepKey, step);
}

Narrowing Settings::messageList() const
{
    return {m_file.value(messageViewKey).toString(), m_file.value(messageFilterKey).toString()};
}

void Settings::setMessageList(const Narrowing &narrowing)
{
    m_file.setValue(messageViewKey, narrowing.view);
    m_file.setValue(messageFilterKey, narrowing.filter);
}

EngineLimits Settings::engineLimits() const
{
    const EngineLimits usual;
    const EngineLimits kept{core::seconds(m_file.value(retryCapKey, qint64(usual.retryCap.count())).toLongLong()),
                            m_file.value(stalledAfterKey, usual.stalledAfter).toInt()};
    return checkLimits(kept).ok() ? kept : usual;
}

void Settings::setEngineLimits(const EngineLimits &limits)
{
    m_file.setValue(retryCapKey, qint64(limits.retryCap.count()));
    m_file.setValue(stalledAfterKey, limits.stalledAfter);
}

AlertRules Settings::alertRules() const
{
    const AlertRules usual;
    return {.preparedMax =
                core::seconds(m_file.value(alertPreparedKey, qint64(usual.preparedMax.count())).toLongLong()),
            .stalledMax = m_file.value(alertStalledKey, usual.stalledMax).toInt(),
            .desktop = m_file.value(alertDesktopKey, usual.desktop).toBool(),
            .webhook = m_file.value(alertWebhookKey).toString()};
}

void Settings::setAlertRules(const AlertRules &rules)
{
    m_file.setValue(alertPreparedKey, qint64(rules.preparedMax.count()));
    m_file.setValue(alertStalledKey, rules.stalledMax);
    m_file.setValue(alertDesktopKey, rules.desktop);
    m_file.setValue(alertWebhookKey, rules.webhook);
}

QList<SavedView> Settings::messageViews() const
{
    QList<SavedView> views;
    const int count = m_file.beginReadArray(messageViewsKey);
    for (int i = 0; i < count; ++i) {
        m_file.setArrayIndex(i);
        views.append({m_file.value(u"name"_s).toString(), m_file.value(u"filter"_s).toString()});
    }
    m_file.endArray();
    return views;
}

void Settings::setMessageViews(const QList<SavedView> &views)
{
    m_file.remove(messageViewsKey);
    m_file.beginWriteArray(messageViewsKey, int(views.size()));
    for (int i = 0; i < views.size(); ++i) {
        m_file.setArrayIndex(i);
        m_file.setValue(u"name"_s, views.at(i).name);
        m_file.setValue(u"filter"_s, views.at(i).filter);
    }
    m_file.endArray();
}

QList<QVariantMap> Settings::connections() const
{
    QList<QVariantMap> connections;
    const int count = m_file.beginReadArray(connectionsKey);
    for (int i = 0; i < count; ++i) {
        m_file.setArrayIndex(i);
        QVariantMap one;
        for (const QString &key : m_file.childKeys())
            one.insert(key, m_file.value(key));
        connections.append(one);
    }
    m_file.endArray();
    return connections;
}

void Settings::setConnections(const QList<QVariantMap> &connections)
{
    m_file.remove(connectionsKey);
    m_file.beginWriteArray(connectionsKey, int(connections.size()));
    for (int i = 0; i < connections.size(); ++i) {
        m_file.setArrayIndex(i);
        for (auto field = connections.at(i).cbegin(); field != connections.at(i).cend(); ++field)
            m_file.setValue(field.key(), field.value());
    }
    m_file.endArray();
}

QByteArray Settings::uiState(const QString &name) const
{
    return m_file.value(uiStateGroup + u'/' + name).toByteArray();
}

void Settings::setUiState(const QString &name, const QByteArray &state)
{
    m_file.setValue(uiStateGroup + u'/' + name, state);
}

void Settings::forgetUiState()
{
    m_file.remove(uiStateGroup);
}

} // namespace ui
