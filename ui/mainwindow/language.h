// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QTranslator>

namespace ui {

/// The language of the screen. Switching it at run time sends QEvent::LanguageChange to every widget.
class Language final : public QObject
{
    Q_OBJECT
public:
    struct Info
    {
        QString code; ///< "en", "zh_CN"
        QString name; ///< in the language itself
    };

    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    static QList<Info> available();
    /// The one of available() that suits the system best.
    static QString ofSystem();

    QString code() const { return m_code; }
    /// Empty: the system's. An unknown code gives English.
    void use(const QString &code);

private:
    static QString knownCode(const QString &code);

    QString m_code;
    QTranslator m_ours;
    QTranslator m_qts; ///< of Qt's own dialogs
};

} // namespace ui
