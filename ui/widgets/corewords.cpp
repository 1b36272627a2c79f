// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/corewords.h"

#include "ui/widgets/coresentences.h"
#include "ui/widgets/formatting.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

constexpr int nestingMax = 8; ///< sentences within sentences; a list is its first member and the rest

/// A sentence of core's with places for what is put into it.
struct Form
{
    const char *source;
    QRegularExpression pattern; ///< captures what stands at %1, %2, … in the order of the text
    QList<int> places; ///< the numbers of the captures
    QList<int> amounts; ///< those of them that are money
};

Form formOf(const char *source)
{
    static const QRegularExpression place(u"%(\\d)"_s);
    const QString text = QString::fromUtf8(source);
    Form form{source, {}, {}, amountPlaces(source)};
    QString pattern;
    qsizetype end = 0;
    for (auto found = place.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        pattern += QRegularExpression::escape(text.mid(end, match.capturedStart() - end)) + u"(.+?)"_s;
        form.places << match.captured(1).toInt();
        end = match.capturedEnd();
    }
    pattern += QRegularExpression::escape(text.mid(end));
    form.pattern = QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                                      QRegularExpression::DotMatchesEverythingOption);
    return form;
}

const QList<Form> &forms()
{
    static const QList<Form> all = [] {
        QList<Form> made;
        for (const char *source : coreSentences())
            made << formOf(source);
        return made;
    }();
    return all;
}

/// In one go: what is put in may itself hold a %1.
QString filled(const QString &text, const QHash<int, QString> &values)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int place = text.at(i) == u'%' && i + 1 < text.size() ? text.at(i + 1).digitValue() : -1;
        if (!values.contains(place)) {
            result += text.at(i);
            continue;
        }
        result += values.value(place);
        ++i;
    }
    return result;
}

/// "20000.00" as the screen writes it, by its cents; another text as it is.
QString amountWords(const QString &text)
{
    static const QRegularExpression amount(u"^-?\\d{1,16}\\.\\d\\d$"_s);
    if (!amount.match(text).hasMatch())
        return text;
    return formatMoney(core::Money::fromCents(QString(text).remove(u'.').toLongLong()));
}

QString wordsOf(const QString &sentence, int nesting)
{
    if (nesting > nestingMax)
        return sentence;
    for (const Form &form : forms()) {
        const QRegularExpressionMatch match = form.pattern.match(sentence);
        if (!match.hasMatch())
            continue;
        QHash<int, QString> values;
        for (qsizetype i = 0; i < form.places.size(); ++i) {
            const int place = form.places.at(i);
            const QString words = wordsOf(match.captured(int(i) + 1), nesting + 1);
            values.insert(place, form.amounts.contains(place) ? amountWords(words) : words);
        }
        return filled(QCoreApplication::translate("CoreWords", form.source), values);
    }
    return sentence;
}

} // namespace

QString coreWords(const QString &sentence)
{
    return wordsOf(sentence, 0);
}

QString coreWordsAtEnd(const QString &sentence, const QString &end)
{
    return end.isEmpty() || !sentence.endsWith(end) ? coreWords(sentence)
                                                    : sentence.chopped(end.size()) + coreWords(end);
}

} // namespace widgets
