// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guidebook.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool isWide(QChar letter)
{
    return letter.unicode() >= 0x2e80;
}

bool isWidePunctuation(QChar letter)
{
    return isWide(letter) && letter.isPunct();
}

/// A line break is a space between words; between Chinese characters there is none.
QString withoutChineseBreaks(const QString &markdown)
{
    QString text;
    for (const QString &line : markdown.split(u'\n')) {
        const bool isJoined = !text.isEmpty() && !line.isEmpty()
            && ((isWide(text.back()) && isWide(line.front()))
                || (isWidePunctuation(text.back()) && line.front().isLetter()));
        text += (text.isEmpty() || isJoined ? QString() : u"\n"_s) + line;
    }
    return text;
}

QString titleOf(const QString &markdown, const QString &name)
{
    for (const QString &line : markdown.split(u'\n')) {
        if (line.startsWith("# "_L1))
            return line.sliced(2).trimmed();
    }
    return name;
}

/// The names that there are, in the wanted order.
QStringList orderedNames(const QDir &folder)
{
    QStringList names;
    for (const QString &file : folder.entryList({u"*.md"_s}, QDir::Files, QDir::Name))
        names << file.chopped(3);
    const QStringList order = textOf(folder.filePath(u"order.txt"_s)).split(u'\n', Qt::SkipEmptyParts);
    std::stable_sort(names.begin(), names.end(), [&order](const QString &a, const QString &b) {
        const auto place = [&order](const QString &name) {
            const qsizetype at = order.indexOf(name);
            return at < 0 ? order.size() : at;
        };
        return place(a) < place(b);
    });
    return names;
}

} // namespace

GuideBook::GuideBook(const QDir &folder, const QString &language)
{
    const QDir translated(folder.filePath(language));
    for (const QString &name : orderedNames(folder)) {
        const QString file = name + u".md"_s;
        const QDir &source = translated.exists(file) ? translated : folder;
        const QString markdown = withoutChineseBreaks(textOf(source.filePath(file)));
        m_pages.append({name, titleOf(markdown, name), markdown});
    }
}

const GuidePageText *GuideBook::find(const QString &name) const
{
    const auto found = std::find_if(m_pages.cbegin(), m_pages.cend(),
                                    [&name](const GuidePageText &page) { return page.name == name; });
    return found == m_pages.cend() ? nullptr : &*found;
}

QList<GuidePageText> GuideBook::pagesWith(const QString &text) const
{
    QList<GuidePageText> pages = m_pages;
    pages.removeIf([&text](const GuidePageText &page) { return !page.markdown.contains(text, Qt::CaseInsensitive); });
    return pages;
}

} // namespace ui
