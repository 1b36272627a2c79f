// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/viewgroup.h"

#include <QButtonGroup>
#include <QFrame>

class QLabel;
class QSlider;
class QVBoxLayout;

namespace widgets {
class OptionCard;
class Switch;
} // namespace widgets

namespace ui {

class ChoiceRow;
class SchemeCard;

/// A numbered card of the first start: a circle with its number, a title, and what is added below.
class NumberedCard final : public QFrame
{
    Q_OBJECT
public:
    NumberedCard(const theme::Theme &theme, int number, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setNote(const QString &note); ///< at the right of the title
    QVBoxLayout *body() const { return m_body; }

private:
    QLabel *m_title;
    QLabel *m_note;
    QVBoxLayout *m_body;
};

/// Language, theme and text size; each takes effect at once.
class LookCard final : public QWidget
{
    Q_OBJECT
public:
    LookCard(Settings &settings, const theme::Theme &theme, const QList<ViewGroup::LanguageChoice> &languages,
             const QString &systemLanguage, QWidget *parent = nullptr);
    void retranslate();

private:
    QWidget *createLanguages(const QList<ViewGroup::LanguageChoice> &languages);
    QWidget *createSchemes();
    QWidget *createTextSize();
    void connectControls();
    void showValues();

    Settings &m_settings;
    const theme::Theme &m_theme;
    QString m_systemLanguage;
    NumberedCard *m_card;
    QButtonGroup m_languages;
    QButtonGroup m_schemes;
    QList<ChoiceRow *> m_languageRows;
    QStringList m_codes; ///< of the rows
    QLabel *m_themeTitle;
    QLabel *m_sizeTitle;
    QSlider *m_textSize;
    QLabel *m_percent;
    QLabel *m_later;
};

/// Where the money is that one will look at.
class PlaceCard final : public QWidget
{
    Q_OBJECT
public:
    explicit PlaceCard(const theme::Theme &theme, QWidget *parent = nullptr);

    bool wantsOwnBanks() const;
    void retranslate();

signals:
    void chosen();

private:
    widgets::OptionCard *addChoice(const QString &name, const QString &icon);

    const theme::Theme &m_theme;
    NumberedCard *m_card;
    QButtonGroup m_group;
    widgets::OptionCard *m_demo;
    widgets::OptionCard *m_own;
    QLabel *m_passwords;
};

/// What there is to try, and whether to be led through it.
class TourCard final : public QWidget
{
    Q_OBJECT
public:
    explicit TourCard(const theme::Theme &theme, QWidget *parent = nullptr);

    bool wantsTour() const;
    void retranslate();

private:
    struct Row
    {
        QLabel *title;
        QLabel *text;
    };
    void addStep(int number, const QString &icon, bool isLast);

    const theme::Theme &m_theme;
    NumberedCard *m_card;
    QList<Row> m_rows;
    widgets::Switch *m_tour;
};

} // namespace ui
