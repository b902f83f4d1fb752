/* A telephone application for tests: appends what it was started with, one line a start, to calls.log beside it. */
#include <windows.h>

int wmain(int count, wchar_t **words)
{
    wchar_t place[1024], line[4096];
    char bytes[12288];
    DWORD done;
    GetModuleFileNameW(NULL, place, 1024);
    lstrcpyW(wcsrchr(place, L'\\') + 1, L"calls.log");
    line[0] = 0;
    for (int number = 1; number < count; number++) {
        lstrcatW(line, number > 1 ? L"\t" : L"");
        lstrcatW(line, words[number]);
    }
    lstrcatW(line, L"\n");
    int length = WideCharToMultiByte(CP_UTF8, 0, line, -1, bytes, sizeof bytes, NULL, NULL) - 1;
    HANDLE file = CreateFileW(place, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_ALWAYS, 0, NULL);
    return !WriteFile(file, bytes, length, &done, NULL);
}
