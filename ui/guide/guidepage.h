// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/guide/guidebook.h"

#include <QWidget>

class QStackedWidget;
class QTreeWidget;

namespace theme {
class Theme;
}

namespace widgets {
class Card;
class EmptyState;
class SearchBox;
} // namespace widgets

namespace ui {

class GuideText;

/// The guide: its pages with their headings at the left, the text at the right, and a search over all of it.
class GuidePage final : public QWidget
{
    Q_OBJECT
public:
    explicit GuidePage(const theme::Theme &theme, QWidget *parent = nullptr);

    QString currentPage() const { return m_current; } ///< the name of the page that is shown

public slots:
    void showPage(const QString &name);
    void refresh(); ///< reads the pages in the language of the moment

signals:
    void statusTextChanged(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *createContents();
    QWidget *createText();
    void fillContents();
    void openItem();
    void showText();
    void markHits();
    void goToHeading(const QString &heading);
    void follow(const QUrl &link);
    void retranslate();

    const theme::Theme &m_theme;
    GuideBook m_book;
    QString m_current;
    widgets::SearchBox *m_search;
    QTreeWidget *m_contents;
    widgets::EmptyState *m_nothing;
    QStackedWidget *m_faces;
    GuideText *m_text;
    widgets::Card *m_contentsCard;
    widgets::Card *m_textCard;
};

} // namespace ui
