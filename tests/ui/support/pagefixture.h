// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/sessionfixture.h"

namespace test {

/// A session with one of the console's pages on it, which is shown and driven.
template<typename Page> class PageFixture : protected SessionFixture
{
protected:
    /// Makes the page from the session and what else it takes, shows it in this size and waits until it is active.
    template<typename... More> void openPage(QSize size, More &&...more)
    {
        m_page.reset();
        m_page = std::make_unique<Page>(*m_session, std::forward<More>(more)...);
        m_page->resize(size);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    /// Ends page, session and folder.
    void close()
    {
        m_page.reset();
        endSession();
    }

    template<typename T> T *part(const char *name) const { return test::part<T>(*m_page, name); }

    std::unique_ptr<Page> m_page;
};

} // namespace test
