// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QList>
#include <QString>

namespace ui {

/// One page of the guide, as Markdown.
struct GuidePageText
{
    QString name; ///< of the file, without ".md": what links and help buttons say
    QString title; ///< the first heading
    QString markdown;
};

/// The pages of a folder in the order of its order.txt; those that it does not name follow by name. A page that the
/// language has no text of is there in English.
class GuideBook final
{
public:
    /// language: "zh_CN"; "en", or one without a folder, gives English.
    GuideBook(const QDir &folder, const QString &language);

    const QList<GuidePageText> &pages() const { return m_pages; }
    const GuidePageText *find(const QString &name) const; ///< null for an unknown name
    /// Those that have this text, whatever its case; all for an empty text.
    QList<GuidePageText> pagesWith(const QString &text) const;

private:
    QList<GuidePageText> m_pages;
};

} // namespace ui
