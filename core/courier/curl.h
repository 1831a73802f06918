// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <curl/curl.h>

#include <functional>
#include <memory>

namespace encore::courier
{

struct CloseHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using CurlHandle = std::unique_ptr<CURL, CloseHandle>;

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using CurlList = std::unique_ptr<curl_slist, FreeList>;

/// libcurl set up once in this program, and a handle.
[[nodiscard]] CurlHandle openCurl();
/// Puts @p line behind the others.
void append(CurlList& list, const QByteArray& line);

/// One transfer, as both ways out do it: limits of time, and an end as soon as @p mayGoOn says so. Keeps what it is given until it is over.
class Transfer
{
public:
    Transfer(CURL* handle, const std::function<bool()>& mayGoOn);
    [[nodiscard]] CURLcode perform();
    /// Why it came to nothing, in libcurl's words.
    [[nodiscard]] QByteArray fault(CURLcode code) const { return m_fault[0] ? QByteArray(m_fault) : QByteArray(curl_easy_strerror(code)); }

private:
    static int progressed(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

    CURL* m_handle;
    const std::function<bool()>& m_mayGoOn;
    char m_fault[CURL_ERROR_SIZE] = {};
};

} // namespace encore::courier
