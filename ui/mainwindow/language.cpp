// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

Language::Language(QObject *parent) : QObject(parent) { }

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
}

QList<Language::Info> Language::available()
{
    return {{u"en"_s, u"English"_s}, {u"zh_CN"_s, u"简体中文"_s}};
}

QString Language::ofSystem()
{
    return QLocale::system().language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
}

QString Language::knownCode(const QString &code)
{
    if (code.isEmpty())
        return ofSystem();
    const QList<Info> all = available();
    const bool isKnown = std::any_of(all.cbegin(), all.cend(), [&code](const Info &info) { return info.code == code; });
    return isKnown ? code : u"en"_s;
}

void Language::use(const QString &code)
{
    m_code = knownCode(code);
    QLocale::setDefault(QLocale(m_code));
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
    if (m_qts.load(u"qtbase_"_s + m_code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
    if (m_ours.load(u":/i18n/checkback_"_s + m_code + u".qm"_s))
        QCoreApplication::installTranslator(&m_ours);
}

} // namespace ui
